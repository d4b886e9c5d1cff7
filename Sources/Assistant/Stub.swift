enum AssistantStub {}
