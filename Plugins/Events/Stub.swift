enum EventsStub {}
