enum TerminalChannelStub {}
