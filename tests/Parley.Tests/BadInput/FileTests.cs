using System.Globalization;
using System.Text;
using Parley.Journals;
using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;
using Xunit;

namespace Parley.Tests.BadInput;

/// <summary>Files that are missing, change, lead in circles or are no files.</summary>
public sealed class FileTests
{
    private const string Entry = "2025-04-14 us says level <= 3 ^fox\n";

    [Fact]
    public void Journal_that_includes_itself_shows_the_way_round()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", "include \"a.parley\"\n" + JournalFolder.Head);

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.StartsWith("a.parley:1:9: error PJ0123: this journal includes itself\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains("note: the way round: a.parley -> a.parley\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_way_round_is_shown_from_its_beginning_and_told_once()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", "include \"b.parley\"\n");
        folder.Write("b.parley", "include \"sub/c.parley\"\n");
        folder.Write("sub/c.parley", "include \"../b.parley\"\n");

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.StartsWith("sub/c.parley:1:9: error PJ0123: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("note: the way round: b.parley -> sub/c.parley -> sub/../b.parley\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal("a.parley: 0 entries, 1 error\n", answer.Output);
    }

    [Fact]
    public void File_reached_twice_by_way_of_a_link_counts_once()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", "include \"b.parley\"\ninclude \"c.parley\"\n");
        folder.Write("b.parley", JournalFolder.Head + Entry);
        File.CreateSymbolicLink(folder.At("c.parley"), "b.parley");

        Assert.Equal("a.parley: 1 entry, no problems\n", folder.Check("a.parley").Output);
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_a_file_that_cannot_be_read()
    {
        using JournalFolder folder = new();
        File.CreateSymbolicLink(folder.At("a.parley"), "b.parley");
        File.CreateSymbolicLink(folder.At("b.parley"), "a.parley");
        folder.Write("c.parley", "include \"a.parley\"\n");

        Assert.NotEqual(0, folder.Check("a.parley").Exit);
        Assert.StartsWith(
            "c.parley:1:9: error PJ0122: the included journal \"a.parley\" cannot be read: ",
            folder.Check("c.parley").Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    [InlineData(3000, 1)]
    public void Chain_of_includes_is_followed_fifty_deep(int length, int errors)
    {
        using JournalFolder folder = new();
        for (int i = 1; i <= length; i++)
        {
            folder.Write(Name(i), i < length ? $"include \"{Name(i + 1)}\"\n" : JournalFolder.Head);
        }

        ParleyAnswer answer = folder.Check(Name(1));

        Assert.Equal(errors, answer.Exit);
        Assert.Equal(errors == 1, answer.Error.StartsWith("50.parley:1:9: error PJ0124: ", StringComparison.Ordinal));

        static string Name(int i) => i.ToString(CultureInfo.InvariantCulture) + ".parley";
    }

    [Fact]
    public void Folder_given_as_an_included_file_is_said_to_be_one()
    {
        using JournalFolder folder = new();
        Directory.CreateDirectory(folder.At("talks.parley"));
        folder.Write("a.parley", "include \"talks.parley\"\n");

        Assert.StartsWith(
            "a.parley:1:9: error PJ0122: the included journal \"talks.parley\" cannot be read: it is a folder\n",
            folder.Check("a.parley").Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stand")]
    [InlineData("fmt")]
    public void Folder_given_where_a_file_is_asked_for_is_a_wrong_use(string command)
    {
        using JournalFolder folder = new();
        Directory.CreateDirectory(folder.At("talks.parley"));

        ParleyAnswer answer = folder.Run(command, "talks.parley");

        Assert.Equal(2, answer.Exit);
        Assert.StartsWith("parley: talks.parley is a folder, not a journal\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_a_wrong_use_and_a_missing_include_an_error()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", "include \"gone/b.parley\"\ninclude \"b\\n.parley\"\ninclude \"\"\n");

        Assert.Equal(2, folder.Check("b.parley").Exit);
        Assert.Equal("a.parley: 0 entries, 3 errors\n", folder.Check("a.parley").Output);
    }

    [Fact]
    public void Files_of_the_system_that_cannot_be_read_or_are_empty_are_no_fault_of_ours()
    {
        Requires.Present(OperatingSystem.IsLinux(), "files such as /proc/self/mem are Linux's");
        using JournalFolder folder = new();

        Assert.Equal(1, folder.Check("/proc/self/mem").Exit);
        Assert.Equal(0, folder.Check("/dev/null").Exit);
        Assert.Equal(1, folder.Check("/proc/self/status").Exit);
    }

    [Theory]
    [InlineData(typeof(FileNotFoundException), "there is no such file")]
    [InlineData(typeof(DirectoryNotFoundException), "there is no such folder")]
    [InlineData(typeof(UnauthorizedAccessException), "access is denied")]
    [InlineData(typeof(IOException), "the system could not read it")]
    public void File_that_vanishes_or_closes_between_finding_and_reading_is_an_error(Type failure, string reason)
    {
        VanishingFiles files = new(() => (Exception)Activator.CreateInstance(failure)!);

        Diagnostic problem = Assert.Single(Journal.Load("a.parley", files).Diagnostics);
        Diagnostic included = Assert.Single(
            Journal.Parse(Encoding.UTF8.GetBytes("include \"b.parley\"\n"), "a.parley", files).Diagnostics);

        Assert.Equal($"PJ0104 this file cannot be read: {reason}", $"{problem.Code.Code} {problem.Summary}");
        Assert.Equal(
            $"PJ0122 the included journal \"b.parley\" cannot be read: {reason}", $"{included.Code.Code} {included.Summary}");
    }

    [Fact]
    public void Journal_cut_off_anywhere_is_read_as_far_as_it_goes()
    {
        using JournalFolder folder = new();
        byte[] whole = File.ReadAllBytes(Repository.At("examples/iran-us-2025.parley"));
        int entries = Journal.Parse(whole, "a.parley").Record.Count;
        int last = 0;

        // A step that is no divisor of line lengths cuts within words, strings, dates and characters.
        for (int length = 0; length <= whole.Length; length += 97)
        {
            Journal journal = Journal.Parse(whole.AsMemory(0, length), "a.parley");

            Assert.InRange(journal.Record.Count, last == 0 ? 0 : last - 1, entries);
            Assert.All(journal.Diagnostics, d => Assert.True(d.Place.Span.End <= length));
            last = journal.Record.Count;
        }

        folder.Write("cut.parley", whole[..(whole.Length / 2)]);
        Assert.InRange(folder.Run("stand", "cut.parley").Exit, 0, 1);
    }

    [Fact]
    public async Task Journal_that_comes_through_a_pipe_is_read_to_its_end()
    {
        using JournalFolder folder = new();
        string mkfifo = Requires.Program("mkfifo");
        using (var made = System.Diagnostics.Process.Start(mkfifo, [folder.At("pipe.parley")]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Two writes: the reader must not take the first for the whole.
        Task writer = Task.Run(
            async () =>
            {
                await using FileStream pipe = new(folder.At("pipe.parley"), FileMode.Open, FileAccess.Write);
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(JournalFolder.Head));
                await pipe.FlushAsync();
                await Task.Delay(50);
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(Entry));
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("pipe.parley: 1 entry, no problems\n", folder.Check("pipe.parley").Output);
        await writer;
    }

    private sealed class VanishingFiles(Func<Exception> failure) : IFileSource
    {
        public string RealPath(string path) => path;

        public ReadOnlyMemory<byte> Read(string path, long limit) => throw failure();
    }
}
