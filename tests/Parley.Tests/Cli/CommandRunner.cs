using System.Text;
using Parley.Cli;

namespace Parley.Tests.Cli;

/// <summary>What a command answered.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to standard output, as text or bytes.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Answer(int ExitCode, string Out, string Error);

/// <summary>Runs commands in a fresh folder, which is gone when disposed.</summary>
internal sealed class CommandRunner : IDisposable
{
    /// <summary>A sound journal with one offer that waits for an answer.</summary>
    public const string Lake = """
        negotiation  "Talks on a lake"

        party  reed   "the Reed Council"
        party  stone  "Stone Town"

        issue  quota  "Catch quota"  0..90 t

        wants  reed   quota low
        wants  stone  quota high

        source  minutes  own A1  "minutes of the meetings"

        2025-04-12  reed         offers  #o1 -> stone  quota <= 30  @table  ^minutes
        2025-04-20  reed, stone  meet    #r1 round 1  ^minutes

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-cli-");

    public bool IsTerminal { get; init; }

    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(string name) => Path.Join(folder.FullName, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public Answer Run(params string[] args) => RunWith("", args);

    public Answer RunWith(string input, params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        MemoryStream bytes = new();
        Host host = new(
            new StringReader(input),
            output,
            error,
            bytes,
            folder.FullName,
            TimeProvider.System,
            name => Environment.GetValueOrDefault(name),
            IsTerminal,
            80);
        int exit = App.Run(args, host);
        return new Answer(exit, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
