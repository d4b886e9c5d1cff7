enum HoursStub {}
