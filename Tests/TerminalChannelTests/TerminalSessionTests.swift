import Diagnostics
import Foundation
import Language
import Testing

@testable import TerminalChannel

@Suite("A conversation in a terminal")
struct TerminalSessionTests {
    private static let words: TerminalWords = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = LocaleFiles.load(directory: root.appending(path: "Locales/fr").path).value
        return TerminalWords(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()

    private func session(width: Int? = nil, hasMarks: Bool = true, isInteractive: Bool = true) -> TerminalSession {
        TerminalSession(
            words: Self.words, width: LineWidth(limit: width), hasMarks: hasMarks, isInteractive: isInteractive)
    }

    private let prompt = TerminalSession.Order.prompt("Votre question : ")

    @Test("A person is greeted and prompted; a pipe is not")
    func start() {
        #expect(session().start(TerminalAnswer(["Bonjour."])) == [.write(["Bonjour."]), prompt, .read])
        #expect(session(isInteractive: false).start(TerminalAnswer(["Bonjour."])) == [.read])
    }

    @Test("An answer stands between its marks, unless they are not wanted")
    func marks() {
        var marked = session()
        #expect(marked.take(.line("  quand   passe ", isCut: false)) == [.ask("quand passe", number: 1)])
        #expect(
            marked.take(.answer(TerminalAnswer(["Mardi."]), number: 1))
                == [.write(["Réponse.", "Mardi.", "Fin de la réponse."]), .prompt("Question 2 : "), .read])
        #expect(marked.take(.line("suite", isCut: false)).count == 3)
        var bare = session(hasMarks: false, isInteractive: false)
        _ = bare.take(.line("a", isCut: false))
        #expect(bare.take(.answer(TerminalAnswer(["Mardi."]), number: 1)) == [.write(["Mardi."]), .read])
        _ = bare.take(.line("a", isCut: false))
        #expect(
            bare.take(.answer(TerminalAnswer(["Au revoir."], isLast: true), number: 2)) == [
                .write(["Au revoir."]), .leave,
            ])
    }

    @Test("A slow answer is announced once, and only while it is waited for")
    func slow() {
        var session = session()
        _ = session.take(.line("a", isCut: false))
        #expect(session.take(.slow(number: 1)) == [.write(["Je cherche. Patientez."])])
        #expect(session.take(.slow(number: 0)) == [])
        _ = session.take(.answer(TerminalAnswer([]), number: 1))
        #expect(session.take(.slow(number: 1)) == [])
        #expect(session.take(.answer(TerminalAnswer(["a"]), number: 1)) == [])
    }

    @Test("From the second on, questions and answers have a number: no words come twice")
    func numbers() {
        var session = session()
        _ = session.take(.line("a", isCut: false))
        #expect(session.take(.answer(TerminalAnswer(["Mardi."]), number: 1))[1] == .prompt("Question 2 : "))
        _ = session.take(.line("b", isCut: false))
        #expect(
            session.take(.answer(TerminalAnswer(["Jeudi."]), number: 2)) == [
                .write(["Réponse 2.", "Jeudi.", "Fin de la réponse 2."]), .prompt("Question 3 : "), .read,
            ])
    }

    @Test("A long answer waits for \"suite\" on a narrow line, and \"avant\" goes back")
    func pages() {
        var session = session(width: 40)
        let next = TerminalSession.Order.prompt("Question 2 : ")
        _ = session.take(.line("a", isCut: false))
        let lines = (1...6).map { "Ligne \($0)." }
        let first = session.take(.answer(TerminalAnswer(lines), number: 1))
        let page = TerminalSession.Order.write([
            "Réponse.", "Ligne 1.", "Ligne 2.", "Ligne 3.", "Ligne 4.", "Page 1 sur 2. Écrivez : suite.",
        ])
        #expect(first.first == page)
        #expect(session.take(.line("avant", isCut: false)).first == .write(["Il n'y a rien avant."]))
        #expect(
            session.take(.line("Suite !", isCut: false))
                == [.write(["Ligne 5.", "Ligne 6.", "Fin de la réponse."]), next, .read])
        #expect(
            session.take(.line("suite", isCut: false)).first
                == .write(["C'est la dernière page. Pour revenir", "en arrière, écrivez : avant."]))
        #expect(session.take(.line("page précédente", isCut: false)).first == page)
    }

    @Test("A window that changed counts from the next answer on")
    func resized() {
        var session = session()
        _ = session.take(.line("a", isCut: false))
        session.resize(LineWidth(columns: 13))
        #expect(
            session.take(.answer(TerminalAnswer(["Mardi 24 novembre."]), number: 1)).first
                == .write(["Réponse.", "Mardi 24", "novembre.", "Fin de la", "réponse."]))
    }

    @Test("Leaving says goodbye to a person, and nothing to a terminal that is gone")
    func leaving() {
        for event in [TerminalSession.Event.end, .interrupt] {
            var person = session()
            #expect(person.take(event) == [.write(["", "Au revoir, et bonne journée."]), .leave])
            var pipe = session(isInteractive: false)
            #expect(pipe.take(event) == [.leave])
        }
        var gone = session()
        #expect(gone.take(.hangUp) == [.leave])
    }

    @Test("An empty line asks again, and a cut line is said")
    func oddLines() {
        var session = session()
        #expect(session.take(.line(" \u{0}\t", isCut: false)) == [prompt, .read])
        #expect(
            session.take(.line("a", isCut: true))
                == [.write(["Votre question est longue. Je lis seulement le début."]), .ask("a", number: 1)])
    }
}
