using Parley.Journals.Diagnostics;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>What a name stands for.</summary>
internal enum SymbolKind : byte
{
    Word,
    Verb,
    Actor,
    Track,
    Issue,
    Basis,
    Source,
}

/// <summary>Words of the language that begin or join parts of an entry.</summary>
internal enum Word : byte
{
    In,
    Via,
    Re,
    Replaces,
    If,
    Unless,
    By,
    Within,
    As,
    SubjectTo,
    Because,
    Known,
    Quote,
    Yes,
    No,
    Or,
    Then,
    For,
    From,
    Through,
    Step,
    Round,
    Requires,
    Excludes,
    Terms,
    Unknown,
}

/// <summary>A name and what it stands for.</summary>
internal sealed class Symbol(byte[] key, SymbolKind kind, int value, object? target, Place? declared)
{
    public byte[] Key { get; } = key;

    public SymbolKind Kind { get; } = kind;

    /// <summary>A <see cref="Binding.Word"/>, a <see cref="Verb"/>, an id, or the place of a basis.</summary>
    public int Value { get; } = value;

    public object? Target { get; } = target;

    public Place? Declared { get; } = declared;

    public Word Word => (Word)Value;

    public Verb Verb => (Verb)Value;

    public string Name => System.Text.Encoding.UTF8.GetString(Key);

    /// <summary>What it is, with its article, for messages.</summary>
    public string Described => Kind switch
    {
        SymbolKind.Verb => "a verb",
        SymbolKind.Word => "a word of the language",
        SymbolKind.Track => "a track",
        SymbolKind.Issue => "an issue",
        SymbolKind.Basis => "a basis of an issue",
        SymbolKind.Source => "a source",
        _ => ((Actor)Target!).Kind switch
        {
            ActorKind.Party => "a party",
            ActorKind.Mediator => "a mediator",
            ActorKind.Bystander => "a bystander",
            ActorKind.Desk => "the note-taker",
            _ => "a member",
        },
    };
}

/// <summary>Names by their bytes.</summary>
internal sealed class SymbolTable
{
    private Symbol?[] slots = new Symbol?[1024];
    private int count;

    /// <summary>A table that holds the words of the language, which no name may be.</summary>
    public static SymbolTable OfWords()
    {
        SymbolTable result = new();
        foreach (Word word in Enum.GetValues<Word>())
        {
            string name = word == Word.SubjectTo ? "subject-to" : word.ToString().ToLowerInvariant();
            result.Add(name, SymbolKind.Word, (int)word, null, null);
        }

        return result;
    }

    /// <summary>A table of the verbs. A verb stands behind its speaker alone, so that a name may be spelled like one.</summary>
    public static SymbolTable OfVerbs()
    {
        SymbolTable result = new();
        foreach (VerbRow row in Verbs.Table)
        {
            result.Add(row.Name, SymbolKind.Verb, (int)row.Verb, row, null);
            if (row.Plural is not null)
            {
                result.Add(row.Plural, SymbolKind.Verb, (int)row.Verb, row, null);
            }
        }

        return result;
    }

    public int Count => count;

    public IEnumerable<Symbol> All => slots.OfType<Symbol>();

    public Symbol? Find(ReadOnlySpan<byte> name)
    {
        int mask = slots.Length - 1;
        for (int i = Hash(name) & mask; slots[i] is { } symbol; i = (i + 1) & mask)
        {
            if (symbol.Key.AsSpan().SequenceEqual(name))
            {
                return symbol;
            }
        }

        return null;
    }

    public Symbol Add(string name, SymbolKind kind, int value, object? target, Place? declared)
    {
        if (count * 2 >= slots.Length)
        {
            Symbol?[] old = slots;
            slots = new Symbol?[old.Length * 2];
            foreach (Symbol symbol in old.OfType<Symbol>())
            {
                Put(symbol);
            }
        }

        Symbol added = new(System.Text.Encoding.UTF8.GetBytes(name), kind, value, target, declared);
        Put(added);
        count++;
        return added;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash ^ (hash >> 15));
    }

    private void Put(Symbol symbol)
    {
        int mask = slots.Length - 1;
        int i = Hash(symbol.Key) & mask;
        while (slots[i] is not null)
        {
            i = (i + 1) & mask;
        }

        slots[i] = symbol;
    }
}

/// <summary>The words that begin a declaration, and when each is read: a name is known wherever it is declared.</summary>
internal static class DeclarationWords
{
    public const int Passes = 6;

    private static readonly (string Word, int Pass)[] Table =
    [
        ("negotiation", 0),
        ("about", 0),
        ("include", 0),
        ("party", 1),
        ("mediator", 1),
        ("track", 1),
        ("issue", 1),
        ("bystander", 2),
        ("member", 3),
        ("basis", 3),
        ("source", 4),
        ("wants", 4),
        ("costs", 4),
        ("prefers", 4),
        ("aim", 4),
        ("condition", 4),
        ("status-quo", 5),
        ("expects", 5),
    ];

    public static IEnumerable<string> All => Table.Select(row => row.Word);

    /// <summary>The pass in which a declaration is read, or -1 when no declaration begins with the word.</summary>
    public static int PassOf(string word)
    {
        foreach ((string name, int pass) in Table)
        {
            if (name == word)
            {
                return pass;
            }
        }

        return -1;
    }
}
