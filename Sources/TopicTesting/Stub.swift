enum TopicTestingStub {}
