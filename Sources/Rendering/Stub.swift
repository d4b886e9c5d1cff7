enum RenderingStub {}
