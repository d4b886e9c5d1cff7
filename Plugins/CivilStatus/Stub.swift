enum CivilStatusStub {}
