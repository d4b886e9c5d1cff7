enum CanteenStub {}
