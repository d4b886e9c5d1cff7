enum UnderstandingStub {}
