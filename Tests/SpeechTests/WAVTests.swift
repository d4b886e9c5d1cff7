import Foundation
import Testing

@testable import Speech

@Suite("WAV files")
struct WAVTests {
    private let folder = try? TestSound.Folder()

    /// What a file holds, or what is wrong with it and where.
    private func read(_ bytes: [UInt8]) throws -> Result<[Int16], SpeechError> {
        let path = try #require(folder).write(bytes)
        do throws(SpeechError) {
            return .success(try WAVReader(path).all().samples)
        } catch {
            return .failure(error)
        }
    }

    @Test(
        "Every width reads as 16 bits",
        arguments: [
            (8, [UInt8(128), 255, 0], [Int16(0), 32_512, -32_768]),
            (16, [0, 0, 0xFF, 0x7F, 0, 0x80], [0, 32_767, -32_768]),
            (24, [9, 0, 0, 0xFF, 0xFF, 0x7F, 0, 0, 0x80], [0, 32_767, -32_768]),
            (32, [9, 9, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0x80], [0, 32_767, -32_768]),
        ])
    func widths(bits: Int, data: [UInt8], samples: [Int16]) throws {
        #expect(try read(TestSound.wav(bits: bits, data: data)).get() == samples)
    }

    @Test("IEEE numbers, two channels, a chunk before the format, a data size of zero")
    func forms() throws {
        let half = withUnsafeBytes(of: Float(0.5).bitPattern.littleEndian) { Array($0) }
        let odd = withUnsafeBytes(of: Float.nan.bitPattern.littleEndian) { Array($0) }
        #expect(try read(TestSound.wav(kind: 3, bits: 32, data: half + odd)).get() == [16_383, 0])
        #expect(try read(TestSound.wav(channels: 2, bits: 16, data: [10, 0, 30, 0])).get() == [20])
        let list = Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0]
        #expect(try read(TestSound.wav(bits: 16, data: [1, 0], before: list)).get() == [1])
        #expect(try read(TestSound.wav(bits: 16, data: [1, 0, 2, 0], size: 0)).get() == [1, 2])
        #expect(try read(TestSound.wav(bits: 16, data: [1, 0, 2], size: 100)).get() == [1])
    }

    @Test("What is wrong has its place")
    func problems() throws {
        let whole = TestSound.wav(bits: 16, data: [1, 0])
        func problem(_ bytes: [UInt8]) throws -> String {
            guard case .failure(.file(_, let offset, let problem)) = try read(bytes) else { return "none" }
            return problem.replacing("speech.", with: "") + " " + String(offset ?? -1)
        }
        #expect(try problem([]) == "wav-empty 0")
        #expect(try problem(Array(whole.prefix(10))) == "wav-empty 10")
        #expect(try problem(Array("not a sound at all".utf8)) == "wav-no-riff 0")
        #expect(try problem(Array(whole.prefix(30))) == "wav-no-format 30")
        #expect(try problem(Array(whole.prefix(40))) == "wav-no-data 40")
        #expect(try problem(TestSound.wav(channels: 0, bits: 16, data: [])) == "wav-channels 22")
        #expect(try problem(TestSound.wav(rate: 0, bits: 16, data: [])) == "wav-rate 24")
        #expect(try problem(TestSound.wav(kind: 2, bits: 4, data: [])) == "wav-encoding 20")
    }

    @Test("No bytes crash it")
    func garbage() throws {
        let whole = TestSound.wav(channels: 2, bits: 24, data: Array(repeating: 7, count: 100))
        for place in whole.indices.prefix(48) {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var bytes = whole
                bytes[place] = value
                _ = try read(bytes)
                _ = try read(Array(whole.prefix(place)))
            }
        }
    }

    @Test("A file of two hours is read a stretch at a time")
    func long() throws {
        let folder = try #require(folder)
        let size = 2 * 3600 * 16_000 * 2
        let path = try folder.write(TestSound.wav(bits: 16, data: [], size: size))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        // The file system keeps no zeros: the file is long and takes no room.
        try handle.truncate(atOffset: UInt64(44 + size))
        try handle.close()
        let reader = try WAVReader(path)
        #expect(reader.promisedSeconds == 7200)
        var count = 0
        while let chunk = reader.read(1 << 16) { count += chunk.samples.count }
        #expect(count == size / 2)
        #expect(!reader.isTruncated)
    }

    @Test("What is written is read again, and only its owner may read what is private")
    func written() throws {
        let path = try #require(folder).path + "/out.wav"
        let writer = try WAVWriter(path, rate: 22_050, isPrivate: true)
        try writer.write([1, -2, 32_767])
        try writer.write([-32_768])
        writer.close()
        let reader = try WAVReader(path)
        #expect(reader.rate == 22_050)
        #expect(reader.all().samples == [1, -2, 32_767, -32_768])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
