using System.Diagnostics;
using Parley.Cli;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>The completion scripts, run by the shells that they are for.</summary>
public sealed class ShellCompletionTests : IDisposable
{
    // Bash keeps the words of a line in COMP_WORDS and takes the answer from COMPREPLY.
    private const string AskBash = """
        source <(parley completion bash)
        read -ra COMP_WORDS <<<"$1"
        [[ $1 == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        complete -p parley >/dev/null && _parley && printf '%s\n' "${COMPREPLY[@]}"
        """;

    // A shell behind a terminal of its own; the key shows what it made of the line.
    private const string AskZsh = """
        zmodload zsh/zpty
        zpty shell 'PS1=; PS2=; TERM=dumb zsh -f -i'
        zpty -w shell 'stty -echo; unsetopt zle_bracketed_paste prompt_cr prompt_sp; autoload -Uz compinit; compinit -D -u'
        zpty -w shell 'source <(parley completion zsh)'
        zpty -w shell 'zstyle ":completion:*" list-colors ""; LISTMAX=999; unsetopt auto_menu'
        zpty -w shell 'show() { print -rl -- "" "<$BUFFER>"; exit }; zle -N show; bindkey "^X" show; print rea"dy"'
        zpty -r shell answer '*ready*'
        zpty -n -w shell "$1"$'\t\C-X'
        zpty -r shell answer '*<*>*'
        print -r -- "$answer"
        """;

    private const string AskFish = """
        parley completion fish | source
        complete -C "$argv[1]"
        """;

    private readonly CommandRunner runner = new();

    public ShellCompletionTests()
    {
        Requires.Present(!OperatingSystem.IsWindows(), "there are no such shells on Windows");
        runner.Write("lake.parley", CommandRunner.Lake);
        runner.Write("my talks/sea side.parley", CommandRunner.Lake);
        runner.Write("notes.txt", "no journal");
        runner.Write("bin/parley", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "parley.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(runner.PathOf("bin/parley"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("parley st", "stand")]
    [InlineData("parley co", "completion convert")]
    [InlineData("parley stand lake.parley --kn", "--known")]
    [InlineData("parley stand lake.parley --on ", "2025-04-12 2025-04-20")]
    [InlineData("parley stand lake.parley --on = 2025-04-2", "2025-04-20")]
    [InlineData("parley stand la", "lake.parley")]
    [InlineData("parley stand ", "bin lake.parley my talks")]
    [InlineData("parley check --json my", "my talks")]
    [InlineData("parley explain PJ010", "PJ0101 PJ0102 PJ0103 PJ0104 PJ0105 PJ0106 PJ0107 PJ0108 PJ0109")]
    [InlineData("parley completion ", "bash fish zsh")]
    [InlineData("parley new ", "")]
    [InlineData("parley fly ", "")]
    public async Task Bash_completes(string line, string expected)
    {
        string answer = await Ask(Requires.Program("bash"), "-c", AskBash, "bash", line);

        Assert.Equal(expected, string.Join(' ', Words(answer).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("parley sta", "parley stand ")]
    [InlineData("parley stand lake.parley --kn", "parley stand lake.parley --known ")]
    [InlineData("parley stand lake.parley --on 2025-04-2", "parley stand lake.parley --on 2025-04-20 ")]
    [InlineData("parley stand lake.parley --on=2025-04-2", "parley stand lake.parley --on=2025-04-20 ")]
    [InlineData("parley stand la", "parley stand lake.parley ")]
    [InlineData("parley stand my\\ talks/", "parley stand my\\ talks/sea\\ side.parley ")]
    [InlineData("parley explain PJ020", "parley explain PJ020")]
    [InlineData("parley completion f", "parley completion fish ")]
    public async Task Zsh_completes(string line, string expected)
    {
        string answer = await Ask(Requires.Program("zsh"), "-f", "-c", AskZsh, "zsh", line);

        Assert.Contains($"<{expected}>", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parley st", "stand")]
    [InlineData("parley stand lake.parley --kn", "--known")]
    [InlineData("parley stand lake.parley --on ", "2025-04-12 2025-04-20")]
    [InlineData("parley stand lake.parley --on=2025-04-2", "--on=2025-04-20")]
    [InlineData("parley stand la", "lake.parley")]
    [InlineData("parley stand ", "bin/ lake.parley my talks/")]
    [InlineData("parley stand my\\ talks/", "my talks/sea side.parley")]
    [InlineData("parley completion ", "bash fish zsh")]
    [InlineData("parley new ", "")]
    public async Task Fish_completes(string line, string expected)
    {
        string answer = await Ask(Requires.Program("fish"), "--no-config", "-c", AskFish, line);

        Assert.Equal(expected, string.Join(' ', Words(answer).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_shell_without_a_script_is_wrong_usage()
    {
        Answer answer = runner.Run("completion", "tcsh");

        Assert.Equal((ExitCode.WrongUsage, ""), (answer.ExitCode, answer.Out));
        Assert.StartsWith(
            "parley: there is no completion for tcsh; there is one for bash, zsh and fish\n", answer.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(string answer) => answer
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t')[0]);

    private async Task<string> Ask(string shell, params string[] arguments)
    {
        ProcessStartInfo start = new(shell, arguments)
        {
            WorkingDirectory = runner.PathOf(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["PATH"] = runner.PathOf("bin") + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["HOME"] = runner.PathOf("bin");
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            string answer = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return answer;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
