internal import CALSA
internal import Foundation

/// Why a device cannot be used.
public enum DeviceError: Error, Sendable, Hashable {
    /// There is none of that name, or something else holds it; with the reason that ALSA gives.
    case unavailable(String, reason: String)
    /// It was there, and is not any more.
    case lost

    /// A short word for it that programs can compare.
    public var code: String { "no-device" }
}

extension DeviceError: CustomStringConvertible {
    /// One English sentence, for a log.
    public var description: String {
        switch self {
        case .unavailable(let name, let reason): "The sound device \(name) cannot be opened: \(reason)."
        case .lost: "The sound device went away."
        }
    }
}

/// An open device of ALSA: mono, 16 bits.
///
/// It belongs to one thread.
final class SoundDevice {
    /// Which way sound goes.
    enum Direction { case capture, playback }

    /// How much sound the device holds, in microseconds: what is heard after a stop, and what a short hang may take.
    private static let latency: UInt32 = 80_000
    /// A device that moves no sample for so long is lost, in milliseconds: PulseAudio stands for two seconds after a new sink.
    private static let patience: Int32 = 3_000

    let name: String
    let rate: Int
    private let pcm: OpaquePointer
    /// How often sound was lost because one side was late.
    private(set) var overruns = 0

    /// Opens a device.
    ///
    /// - Parameters:
    ///   - name: its name for ALSA, as `default`, `plughw:1,0`.
    ///   - direction: which way sound goes.
    ///   - rate: samples a second; ALSA converts where the device has others.
    /// - Throws: ``DeviceError`` when it is not there, or something else holds it.
    init(_ name: String, _ direction: Direction, rate: Int) throws(DeviceError) {
        parvis_alsa_silence()
        (self.name, self.rate) = (name, rate)
        let stream = direction == .capture ? SND_PCM_STREAM_CAPTURE : SND_PCM_STREAM_PLAYBACK
        var opened: OpaquePointer?
        var status = snd_pcm_open(&opened, name, stream, Int32(SND_PCM_NONBLOCK))
        guard status >= 0, let opened else { throw .unavailable(name, reason: Self.reason(status)) }
        status = snd_pcm_set_params(
            opened, SND_PCM_FORMAT_S16_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1, UInt32(rate), 1, Self.latency)
        guard status >= 0 else {
            snd_pcm_close(opened)
            throw .unavailable(name, reason: Self.reason(status))
        }
        pcm = opened
        // A read of less than the whole buffer does not start a device by itself.
        if direction == .capture { snd_pcm_start(opened) }
    }

    deinit { snd_pcm_close(pcm) }

    private static func reason(_ status: Int32) -> String {
        snd_strerror(status).map { String(cString: $0) } ?? "\(status)"
    }

    /// Waits for some samples and gives them.
    ///
    /// - Parameter count: how many.
    /// - Returns: that many.
    /// - Throws: ``DeviceError/lost`` when it went away.
    func read(_ count: Int) throws(DeviceError) -> [Int16] {
        var samples = [Int16](repeating: 0, count: count)
        var done = 0
        var waited: Int32 = 0
        while done < count {
            let moved = samples.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { Int(snd_pcm_readi(pcm, $0 + done, UInt(count - done))) } ?? 0
            }
            done += try settle(moved, &waited)
        }
        return samples
    }

    /// Gives the device samples; returns when it holds all of them.
    ///
    /// - Parameters:
    ///   - samples: the samples.
    ///   - isStopped: asked in between; what is left is then dropped.
    /// - Throws: ``DeviceError/lost`` when it went away.
    func write(_ samples: [Int16], until isStopped: () -> Bool) throws(DeviceError) {
        var done = 0
        var waited: Int32 = 0
        while done < samples.count, !isStopped() {
            let moved = samples.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { Int(snd_pcm_writei(pcm, $0 + done, UInt(samples.count - done))) } ?? 0
            }
            done += try settle(moved, &waited)
        }
    }

    /// Makes the best of what a call returned.
    ///
    /// - Returns: the samples that were moved.
    private func settle(_ moved: Int, _ waited: inout Int32) throws(DeviceError) -> Int {
        if moved > 0 {
            waited = 0
            return moved
        }
        if moved == 0 || moved == -Int(EAGAIN) {
            // A device that is full and still stands must be told.
            start()
            // Short waits, so that a stop is heeded in between.
            let step: Int32 = 20
            let ready = snd_pcm_wait(pcm, step)
            if ready < 0 { return try recover(ready) }
            waited = ready == 0 || moved == 0 ? waited + step : waited
            guard waited < Self.patience else { throw .lost }
            return 0
        }
        return try recover(Int32(moved))
    }

    /// A late reader or writer begins again; anything else is a device that is gone.
    private func recover(_ status: Int32) throws(DeviceError) -> Int {
        guard status == -EPIPE || status == -ESTRPIPE || status == -EINTR, snd_pcm_recover(pcm, status, 1) >= 0 else {
            throw .lost
        }
        overruns += 1
        // A capture that was interrupted does not start by itself.
        if snd_pcm_stream(pcm) == SND_PCM_STREAM_CAPTURE { snd_pcm_start(pcm) }
        return 0
    }

    /// How much sound was given and is not heard yet, in seconds.
    var delay: Double {
        var frames: snd_pcm_sframes_t = 0
        guard snd_pcm_delay(pcm, &frames) >= 0 else { return 0 }
        return Double(max(frames, 0)) / Double(rate)
    }

    /// Begins to play what it holds, however little that is.
    func start() { if snd_pcm_state(pcm) == SND_PCM_STATE_PREPARED { snd_pcm_start(pcm) } }

    /// Drops what is not heard yet, and is ready for more.
    func drop() {
        snd_pcm_drop(pcm)
        snd_pcm_prepare(pcm)
    }

    /// The names of the devices for one direction.
    static func names(_ direction: Direction) -> [String] {
        var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
        guard snd_device_name_hint(-1, "pcm", &hints) >= 0, let first = hints else { return [] }
        defer { snd_device_name_free_hint(first) }
        var (names, next) = ([String](), first)
        while let hint = next.pointee {
            next += 1
            // No direction means both.
            let way = value("IOID", of: hint)
            guard way == nil || way == (direction == .capture ? "Input" : "Output"), let name = value("NAME", of: hint)
            else { continue }
            names.append(name)
        }
        return names
    }

    private static func value(_ key: String, of hint: UnsafeRawPointer) -> String? {
        guard let text = snd_device_name_get_hint(hint, key) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}

/// The devices that ALSA knows of.
public enum SoundDevices {
    /// The names of the microphones.
    public static var capture: [String] { SoundDevice.names(.capture) }
    /// The names of the loudspeakers.
    public static var playback: [String] { SoundDevice.names(.playback) }
}
