using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Parley.Cli;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly CommandRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public void New_begins_a_journal_that_is_sound_and_laid_out()
    {
        Answer begun = runner.Run("new", "bridge");

        Assert.Equal("bridge.parley is begun; parley check bridge.parley tells its problems\n", begun.Out);
        Assert.Equal(ExitCode.Done, begun.ExitCode);
        Answer check = runner.Run("check", "bridge.parley");
        Assert.Equal((ExitCode.Done, ""), (check.ExitCode, check.Error));
        Assert.Equal("bridge.parley: 5 entries, no problems\n", check.Out);
        Assert.Equal(ExitCode.Done, runner.Run("fmt", "--check", "bridge.parley").ExitCode);
        Assert.StartsWith("bridge\nWhere the talks stand", runner.Run("stand", "bridge.parley").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void New_never_touches_a_file_that_is_there()
    {
        runner.Write("lake.parley", "mine");
        Answer answer = runner.Run("new", "lake.parley");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: lake.parley is already there, and was left as it is\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal("mine", runner.Read("lake.parley"));
    }

    [Fact]
    public void Check_tells_problems_on_standard_error_and_exits_with_1()
    {
        runner.Write("lake.parley", CommandRunner.Lake.Replace("-> stone", "-> stoen", StringComparison.Ordinal));
        Answer answer = runner.Run("check", "lake.parley");

        Assert.Equal(ExitCode.Problems, answer.ExitCode);
        Assert.StartsWith("lake.parley:13:", answer.Error, StringComparison.Ordinal);
        Assert.Contains(" error PJ0201: ", answer.Error, StringComparison.Ordinal);
        Assert.Equal("lake.parley: 1 entry, 1 error\n", answer.Out);
    }

    [Fact]
    public void Check_of_a_folder_takes_every_journal_below_it_in_order()
    {
        runner.Write("talks/b.parley", CommandRunner.Lake);
        runner.Write("talks/a/z.parley", CommandRunner.Lake);
        runner.Write("talks/B.parley", CommandRunner.Lake);
        runner.Write("talks/notes.txt", "no journal");
        Answer answer = runner.Run("check", "talks");

        Assert.Equal(
            """
            talks/B.parley: 2 entries, no problems
            talks/a/z.parley: 2 entries, no problems
            talks/b.parley: 2 entries, no problems

            """,
            answer.Out);
    }

    [Fact]
    public void Check_of_a_folder_without_a_journal_is_wrong_usage()
    {
        runner.Write("talks/notes.txt", "no journal");
        Answer answer = runner.Run("check", "talks");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: there is no journal below talks\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_as_json_gives_every_problem_as_data()
    {
        string faulty = CommandRunner.Lake + string.Concat(
            Enumerable.Range(0, 25).Select(i => FormattableString.Invariant($"2025-05-01  nobody{i}  says  quota\n")));
        runner.Write("lake.parley", faulty);
        Answer answer = runner.Run("check", "--json", "lake.parley");

        Assert.Equal((ExitCode.Problems, ""), (answer.ExitCode, answer.Error));
        JsonNode journal = JsonNode.Parse(answer.Out)!["journals"]![0]!;
        Assert.Equal("lake.parley", (string)journal["file"]!);
        Assert.Equal(2, (int)journal["entryCount"]!);
        Assert.Equal(25, (int)journal["errorCount"]!);
        Assert.Equal(25, journal["problems"]!.AsArray().Count);
        Assert.Equal("PJ0201", (string)journal["problems"]![0]!["code"]!);
    }

    [Fact]
    public void Check_as_json_fits_its_schema()
    {
        string faulty = CommandRunner.Lake.Replace("-> stone", "-> stoen", StringComparison.Ordinal);
        runner.Write("lake.parley", faulty + "party reed\n2025-13-01  reed  says  quota\n");
        runner.Write("sound.parley", CommandRunner.Lake);
        using StreamReader reader = new(typeof(App).Assembly.GetManifestResourceStream("check.schema.json")!);
        JsonSchema schema = JsonSchema.FromText(reader.ReadToEnd());

        string answer = runner.Run("check", "--json", "lake.parley", "sound.parley").Out;

        Assert.True(schema.Evaluate(JsonDocument.Parse(answer).RootElement).IsValid, answer);
        Assert.False(schema.Evaluate(JsonDocument.Parse(
            answer.Replace("\"error\"", "\"grave\"", StringComparison.Ordinal)).RootElement).IsValid);
    }

    [Fact]
    public void Check_shows_twenty_problems_unless_all_are_asked_for()
    {
        string faulty = CommandRunner.Lake + string.Concat(
            Enumerable.Range(0, 25).Select(i => FormattableString.Invariant($"2025-05-01  nobody{i}  says  quota\n")));
        runner.Write("lake.parley", faulty);

        Assert.Equal(20, Errors(runner.Run("check", "lake.parley").Error));
        Assert.Equal(25, Errors(runner.Run("check", "lake.parley", "--all").Error));
    }

    [Fact]
    public void Fmt_lays_a_file_out_and_leaves_no_other_file_behind()
    {
        string crooked = CommandRunner.Lake.Replace("wants  reed   quota low", "wants reed  quota   low ; a note", StringComparison.Ordinal);
        runner.Write("lake.parley", crooked);

        Answer check = runner.Run("fmt", "--check", "lake.parley");
        Assert.Equal((ExitCode.Problems, "lake.parley would change\n"), (check.ExitCode, check.Out));
        Assert.Equal(crooked, runner.Read("lake.parley"));

        Assert.Equal(ExitCode.Done, runner.Run("fmt", "lake.parley").ExitCode);
        Assert.Contains("; a note", runner.Read("lake.parley"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, runner.Run("fmt", "--check", "lake.parley").ExitCode);
        Assert.Equal(["lake.parley"], Directory.GetFileSystemEntries(runner.PathOf("")).Select(Path.GetFileName));
    }

    [Fact]
    public void Fmt_keeps_the_permissions_of_a_file_and_follows_a_link()
    {
        Requires.Present(!OperatingSystem.IsWindows(), "permissions and links of Unix are not there");
        if (OperatingSystem.IsWindows())
        {
            return; // never reached: the line above leaves the test out; the analyzer cannot know
        }

        runner.Write("real/lake.parley", CommandRunner.Lake.Replace("wants  reed", "wants reed", StringComparison.Ordinal));
        File.SetUnixFileMode(runner.PathOf("real/lake.parley"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(runner.PathOf("lake.parley"), runner.PathOf("real/lake.parley"));

        Assert.Equal(ExitCode.Done, runner.Run("fmt", "lake.parley").ExitCode);

        Assert.NotNull(new FileInfo(runner.PathOf("lake.parley")).LinkTarget);
        Assert.Equal(CommandRunner.Lake, runner.Read("real/lake.parley"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(runner.PathOf("real/lake.parley")));
    }

    [Fact]
    public void Fmt_reads_standard_input_and_writes_standard_output()
    {
        string crooked = CommandRunner.Lake.Replace("wants  reed", "wants reed", StringComparison.Ordinal);

        Assert.Equal(new Answer(ExitCode.Done, CommandRunner.Lake, ""), runner.RunWith(crooked, "fmt", "-"));
    }

    [Fact]
    public void Fmt_leaves_a_text_with_faulty_letters_as_it_is()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(CommandRunner.Lake), 0xFF, 0xFE, (byte)'\n'];
        File.WriteAllBytes(runner.PathOf("lake.parley"), bytes);
        Answer answer = runner.Run("fmt", "lake.parley");

        Assert.Equal(ExitCode.Problems, answer.ExitCode);
        Assert.EndsWith("lake.parley: left as it is\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(runner.PathOf("lake.parley")));
    }

    [Fact]
    public void Stand_answers_with_the_offer_that_waits()
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley");

        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.StartsWith("Talks on a lake\nWhere the talks stand on 20 April 2025, the last day on record.\n", answer.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Stone Town has not answered the Reed Council's offer #o1 of 12 April 2025:\n    8 days, one round. [:13]",
            answer.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Stand_answers_as_of_a_day()
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley", "--on", "2025-04-12", "--json");

        JsonNode root = JsonNode.Parse(answer.Out)!;
        Assert.Equal(1, (int)root["entryCount"]!);
        Assert.Equal("2025-04-12", (string)root["asOf"]!["on"]!);
    }

    [Fact]
    public void Stand_of_a_month_answers_as_of_its_last_day()
    {
        runner.Write("lake.parley", CommandRunner.Lake);
        Answer answer = runner.Run("stand", "lake.parley", "--on", "2025-04", "--json");

        Assert.Equal("2025-04-30", (string)JsonNode.Parse(answer.Out)!["asOf"]!["on"]!);
    }

    [Fact]
    public void Stand_answers_from_what_is_sound_and_says_that_there_are_problems()
    {
        runner.Write("lake.parley", CommandRunner.Lake + "2025-05-01  nobody  says  quota\n");
        Answer answer = runner.Run("stand", "lake.parley");

        Assert.Equal(ExitCode.Problems, answer.ExitCode);
        Assert.StartsWith("lake.parley:15:13: error PJ0201: ", answer.Error, StringComparison.Ordinal);
        Assert.Equal(
            "1 problem was found in the journal; what it touches is left out of this answer.",
            answer.Out.Split('\n')[3]);
        Assert.Contains("Catch quota", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Stand_as_json_carries_the_problems_as_data()
    {
        runner.Write("lake.parley", CommandRunner.Lake + "2025-05-01  nobody  says  quota\n");
        Answer answer = runner.Run("stand", "lake.parley", "--json");

        Assert.Equal((ExitCode.Problems, ""), (answer.ExitCode, answer.Error));
        Assert.Equal("PJ0201", (string)JsonNode.Parse(answer.Out)!["problems"]![0]!["code"]!);
    }

    [Fact]
    public void Colour_is_for_terminals_and_not_where_it_is_unwanted()
    {
        using CommandRunner terminal = new() { IsTerminal = true };
        terminal.Write("lake.parley", CommandRunner.Lake);
        runner.Write("lake.parley", CommandRunner.Lake);

        Assert.Contains('\x1b', terminal.Run("stand", "lake.parley").Out);
        Assert.DoesNotContain('\x1b', runner.Run("stand", "lake.parley").Out);
        terminal.Environment["NO_COLOR"] = "1";
        Assert.DoesNotContain('\x1b', terminal.Run("stand", "lake.parley").Out);
    }

    [Fact]
    public void Explain_tells_a_code_in_any_case_and_lists_all()
    {
        Assert.StartsWith("# PJ0201: ", runner.Run("explain", "pj0201").Out, StringComparison.Ordinal);
        string[] lines = runner.Run("explain").Out.TrimEnd('\n').Split('\n');
        Assert.Equal("PJ0101  error    bytes that are not UTF-8", lines[0]);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void Explain_of_an_unknown_code_is_wrong_usage()
    {
        Answer answer = runner.Run("explain", "PJ9999");

        Assert.Equal(ExitCode.WrongUsage, answer.ExitCode);
        Assert.StartsWith("parley: there is no code PJ9999; parley explain lists all of them\n", answer.Error, StringComparison.Ordinal);
    }

    private static int Errors(string text) => text.Split('\n').Count(line => line.Contains(" error PJ", StringComparison.Ordinal));
}
