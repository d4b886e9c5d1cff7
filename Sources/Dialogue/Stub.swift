enum DialogueStub {}
