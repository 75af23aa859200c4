using System.CommandLine;
using System.Text;

namespace Parley.Cli.Commands;

/// <summary><c>parley new</c>: a journal to begin with.</summary>
internal static class NewCommand
{
    private static readonly CommandPage Page = new(
        "new NAME",
        """
        Writes NAME.parley, a small journal with comments that shows how one is made.
        A file that is already there is never touched.
        """,
        """
        parley new lake
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("new", "Begins a journal.", Page);
        Argument<string> name = new("NAME");
        command.Add(name);
        command.SetAction(result =>
        {
            Write(host, result.GetRequiredValue(name));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Host host, string name)
    {
        string path = name.EndsWith(JournalFiles.Extension, StringComparison.Ordinal) ? name : name + JournalFiles.Extension;
        string title = Path.GetFileNameWithoutExtension(path);
        if (title.Length == 0 || title.AsSpan().ContainsAny("\"\\\n\r\0"))
        {
            throw new UsageException("a journal needs a name without quotes and backslashes");
        }

        string text = Starter().Replace("NAME", title, StringComparison.Ordinal);
        try
        {
            using FileStream stream = new(host.FullPath(path), FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException e) when (File.Exists(host.FullPath(path)))
        {
            throw new UsageException($"{path} is already there, and was left as it is", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written", e);
        }

        host.Out.Write($"{path} is begun; parley check {path} tells its problems\n");
    }

    private static string Starter()
    {
        using Stream stream = typeof(NewCommand).Assembly.GetManifestResourceStream("starter.parley")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
