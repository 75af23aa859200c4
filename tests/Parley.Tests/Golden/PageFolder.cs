using System.Globalization;
using System.Text;

namespace Parley.Tests.Golden;

/// <summary>A fresh folder in which a page's files lie and its commands run; gone when disposed.</summary>
internal sealed class PageFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-page-");

    /// <summary>Its full path.</summary>
    public string Path => folder.FullName;

    /// <summary>Writes lines as a file that ends with a line end.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="lines">Its lines; none make an empty file.</param>
    /// <param name="line">Where the page declares it, from 1.</param>
    /// <exception cref="PageException">The path leads out of the folder.</exception>
    public void WriteText(string name, IReadOnlyList<string> lines, int line) =>
        WriteBytes(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), line);

    /// <summary>Writes a file of raw bytes.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="lines">Pairs of hexadecimal digits, and <c>"…"</c> for characters in UTF-8.</param>
    /// <param name="line">Where the page declares it, from 1.</param>
    /// <exception cref="PageException">The path leads out of the folder, or a pair is no byte.</exception>
    public void WriteHex(string name, IReadOnlyList<string> lines, int line)
    {
        List<byte> bytes = [];
        for (int i = 0; i < lines.Count; i++)
        {
            string[] parts = lines[i].Split('"');
            for (int k = 0; k < parts.Length; k++)
            {
                if (k % 2 == 1)
                {
                    bytes.AddRange(Encoding.UTF8.GetBytes(parts[k]));
                    continue;
                }

                foreach (string pair in parts[k].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    bytes.Add(byte.TryParse(pair, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value)
                        ? value
                        : throw new PageException(line + 1 + i, $"\"{pair}\" is no pair of hexadecimal digits"));
                }
            }
        }

        WriteBytes(name, [.. bytes], line);
    }

    /// <summary>Makes a link.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="target">One line: where it leads, whether or not something is there.</param>
    /// <param name="line">Where the page declares it, from 1.</param>
    /// <exception cref="PageException">The path leads out of the folder.</exception>
    public void Link(string name, IReadOnlyList<string> target, int line)
    {
        string full = At(name, line);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target.Single());
    }

    /// <summary>A place in the folder.</summary>
    /// <param name="name">Path in the folder.</param>
    /// <param name="line">Where the page names it, from 1.</param>
    /// <exception cref="PageException">The path leads out of the folder.</exception>
    public string At(string name, int line)
    {
        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));
        return full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new PageException(line, $"the file name {name} leads out of the page's folder");
    }

    /// <summary>Opens a file anew, in folders that are made where they are missing.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="line">Where the page names it, from 1.</param>
    /// <exception cref="PageException">The path leads out of the folder.</exception>
    public FileStream Create(string name, int line)
    {
        string full = At(name, line);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        return File.Create(full);
    }

    /// <summary>Lays the repository's examples beside the page's own files, once.</summary>
    public void BringExamples()
    {
        foreach (string file in Repository.Files("examples", "*"))
        {
            string target = At(file, 0);
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(Repository.At(file), target);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private void WriteBytes(string name, byte[] bytes, int line)
    {
        using FileStream file = Create(name, line);
        file.Write(bytes);
    }
}
