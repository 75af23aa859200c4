using Parley.Cli;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly CommandRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("new")]
    [InlineData("check")]
    [InlineData("fmt")]
    [InlineData("stand")]
    [InlineData("timeline")]
    [InlineData("brief")]
    [InlineData("plot")]
    [InlineData("explain")]
    public void Help_of_a_command_says_how_it_is_called_and_shows_an_example(string command)
    {
        Answer answer = runner.Run(command, "--help");

        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.StartsWith($"Usage: parley {command} ", answer.Out, StringComparison.Ordinal);
        Assert.Contains($"\nExample:\n  parley {command} ", answer.Out, StringComparison.Ordinal);
        Assert.Equal("", answer.Error);
        Assert.All(answer.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Help_lists_every_command_and_the_exit_codes()
    {
        Answer answer = runner.Run("--help");

        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.All(
            (string[])["new", "check", "fmt", "stand", "timeline", "explain"],
            command => Assert.Contains($"\n  {command} ", answer.Out, StringComparison.Ordinal));
        Assert.Contains("Exit codes: 0 done; 1 problems in a journal; 2 wrong usage; 70 our fault.", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_the_help_goes_to_standard_error()
    {
        Answer answer = runner.Run();

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.Equal("", answer.Out);
        Assert.Contains("Usage: parley COMMAND [OPTIONS]", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_wrong_usage()
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley", "--colour");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.Equal("", answer.Out);
        Assert.Equal(
            """
            parley: Unrecognized command or argument '--colour'
            help: parley stand FILE... [OPTIONS]
            help: parley stand --help tells more

            """,
            answer.Error);
    }

    [Theory]
    [InlineData("stand")]
    [InlineData("timeline")]
    [InlineData("fmt")]
    public void A_file_that_is_not_there_is_wrong_usage(string command)
    {
        Answer answer = runner.Run(command, "lake.parley");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: there is no file lake.parley\nhelp: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_journal()
    {
        runner.Write("talks/lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "talks");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: talks is a folder, not a journal\n", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--on", "soon")]
    [InlineData("--known", "2025-02-30")]
    [InlineData("--on", "2025-05-01/..")]
    public void A_day_that_is_none_is_wrong_usage(string option, string date)
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley", option, date);

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith(
            $"parley: {option} takes a date such as 2025-05-18, not \"{date}\"\n", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("39")]
    [InlineData("-1")]
    [InlineData("99999")]
    public void A_page_is_neither_too_narrow_nor_endless(string width)
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley", "--width", width);

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: --width takes a number from 40 to 10000\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_ours_is_a_bug_without_a_trace()
    {
        Answer answer = Broken(trace: false);

        Assert.Equal(ExitCode.Bug, answer.ExitCode);
        Assert.Equal("bug PB0001: NotSupportedException: the page is torn; please report\n", answer.Error);
    }

    [Fact]
    public void The_trace_is_shown_when_asked_for()
    {
        Answer answer = Broken(trace: true);

        Assert.StartsWith(
            "bug PB0001: NotSupportedException: the page is torn; please report\nSystem.NotSupportedException",
            answer.Error,
            StringComparison.Ordinal);
        Assert.Contains("\n   at ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_in_one_sentence()
    {
        StringWriter error = new();
        Host host = new(
            TextReader.Null, new FullWriter(), error, Stream.Null, Path.GetTempPath(), TimeProvider.System,
            _ => null, false, 80);

        Assert.Equal(ExitCode.WrongUsage, App.Run(["explain"], host));
        Assert.Equal("parley: the answer could not be written: No space left on device\n", error.ToString());
    }

    private static Answer Broken(bool trace)
    {
        StringWriter error = new();
        Host host = new(
            TextReader.Null, new TornWriter(), error, Stream.Null, Path.GetTempPath(), TimeProvider.System,
            name => trace && name == "PARLEY_TRACE" ? "1" : null, false, 80);
        return new Answer(App.Run(["explain"], host), "", error.ToString());
    }

    /// <summary>A page that cannot be written on, as a stand-in for any fault of ours.</summary>
    private sealed class TornWriter : StringWriter
    {
        public override void Write(string? value) => throw new NotSupportedException("the page is torn.");

        public override void Write(char value) => throw new NotSupportedException("the page is torn.");
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Flush() => throw new IOException("No space left on device");
    }
}
