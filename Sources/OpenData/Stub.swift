enum OpenDataStub {}
