enum WasteStub {}
