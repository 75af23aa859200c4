using System.Globalization;
using System.Runtime.InteropServices;

namespace Parley.Bench;

/// <summary>What was asked for on the command line.</summary>
internal sealed class BenchOptions
{
    /// <summary>Numbers of entries, least first.</summary>
    public IReadOnlyList<int> Sizes { get; private set; } = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>After which time a run is stopped.</summary>
    public TimeSpan Limit { get; private set; } = TimeSpan.FromSeconds(300);

    /// <summary>The core on which everything runs; the last unless said.</summary>
    public int Core { get; private set; } = Environment.ProcessorCount - 1;

    /// <summary>The seed of all generated files.</summary>
    public ulong Seed { get; private set; } = 1;

    /// <summary>Words of which the name of a program must hold one; empty for all programs.</summary>
    public IReadOnlyList<string> Only { get; private set; } = [];

    /// <summary>Whether a program takes part.</summary>
    /// <param name="name">Its name.</param>
    public bool Includes(string name) =>
        Only.Count == 0 || Only.Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>Where generated files are put; a new temporary folder unless said.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Whether they are kept.</summary>
    public bool Keeps { get; private set; }

    /// <summary>The executable of ours.</summary>
    public string Parley { get; private set; } = "parley";

    /// <summary>A journal to read instead of generated ones, for phases; empty when there is none.</summary>
    public string File { get; private set; } = "";

    private readonly List<PosixSignalRegistration> registrations = [];
    private int? repetitions;

    /// <summary>How often a run is repeated: more often where it is short.</summary>
    /// <param name="entries">How many entries the file has.</param>
    public int Repetitions(int entries) => repetitions ?? entries switch
    {
        <= 1_000 => 11,
        <= 10_000 => 7,
        <= 100_000 => 5,
        _ => 3,
    };

    /// <summary>Reads options; null, with the fault told, when one is not understood.</summary>
    /// <param name="words">The words after the command.</param>
    /// <param name="faults">Where faults are told.</param>
    public static BenchOptions? Read(ReadOnlySpan<string> words, TextWriter faults)
    {
        BenchOptions options = new();
        for (int i = 0; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length || !options.Set(words[i], words[i + 1]))
            {
                faults.WriteLine($"{words[i]}: not understood; see bench/README.md");
                return null;
            }
        }

        return options;
    }

    private bool Set(string name, string value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        switch (name)
        {
            case "--sizes":
                List<int> sizes = [];
                foreach (string word in value.Split(','))
                {
                    if (!int.TryParse(word, NumberStyles.AllowThousands, culture, out int size) || size < 1)
                    {
                        return false;
                    }

                    sizes.Add(size);
                }

                sizes.Sort();
                Sizes = sizes;
                return true;
            case "--limit" when double.TryParse(value, culture, out double seconds) && seconds > 0:
                Limit = TimeSpan.FromSeconds(seconds);
                return true;
            case "--core" when int.TryParse(value, culture, out int core) && core >= 0:
                Core = core;
                return true;
            case "--seed" when ulong.TryParse(value, culture, out ulong seed):
                Seed = seed;
                return true;
            case "--repeat" when int.TryParse(value, culture, out int times) && times > 0:
                repetitions = times;
                return true;
            case "--only":
                Only = value.Split(',');
                return true;
            case "--keep":
                Folder = value;
                Keeps = true;
                return true;
            case "--file":
                File = value;
                return true;
            case "--parley":
                Parley = value;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Makes the folder for generated files; it goes even when the run is broken off.</summary>
    public void CreateFolder()
    {
        if (Keeps)
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Folder = Directory.CreateTempSubdirectory("parley-bench-").FullName;
            foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            {
                registrations.Add(PosixSignalRegistration.Create(signal, _ => RemoveFolder()));
            }
        }
    }

    /// <summary>Removes it, unless it is to be kept.</summary>
    public void RemoveFolder()
    {
        if (!Keeps && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
