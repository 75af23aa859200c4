using System.Text;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Declarations of who takes part, of tracks and of sources.</summary>
internal sealed partial class FileBinder
{
    private void BindDeclaration(Statement statement, string word)
    {
        at = 1;
        failed = false;
        switch (word)
        {
            case "negotiation":
                BindNegotiation();
                break;
            case "about":
                BindAbout();
                break;
            case "include":
                BindInclude();
                break;
            case "party":
                BindActor(ActorKind.Party);
                break;
            case "mediator":
                BindActor(ActorKind.Mediator);
                break;
            case "bystander":
                BindBystander();
                break;
            case "member":
                BindMember();
                break;
            case "track":
                BindTrack();
                break;
            case "source":
                BindSource();
                break;
            default:
                BindOtherDeclaration(word);
                break;
        }

        if (Current.Kind != TokenKind.End && !failed)
        {
            Report(Catalogue.UnknownWord(
                PlaceOf(Current), Shorten(TextOf(Current)), $"in a \"{word}\" declaration here", "leave it out", null));
        }
    }

    private void BindOtherDeclaration(string word)
    {
        switch (word)
        {
            case "issue":
                BindIssue();
                break;
            case "basis":
                BindBasis();
                break;
            case "wants":
                BindWants();
                break;
            case "status-quo":
                BindStatusQuo();
                break;
            case "costs":
                BindCosts();
                break;
            case "prefers":
                BindPrefers();
                break;
            case "aim":
                BindReading(isCondition: false);
                break;
            case "condition":
                BindReading(isCondition: true);
                break;
            default:
                BindExpects();
                break;
        }
    }

    private void BindNegotiation()
    {
        if (Current.Kind != TokenKind.Words)
        {
            Expect("the name of the negotiation in quotes");
            return;
        }

        Token token = Current;
        string title = ParseTitle();
        if (builder.Title.Length > 0 && context.Way.Count <= 1)
        {
            Report(Catalogue.DeclaredTwice(PlaceOf(token), "negotiation", PlaceOf(token)));
        }

        if (builder.Title.Length == 0)
        {
            builder.Title = title;
        }
    }

    private void BindAbout()
    {
        Token token = Current;
        if (ParseLength() is not { } length)
        {
            return;
        }

        if (length.Unit is not (TimeUnit.Day or TimeUnit.Week) || length.Count > 1000)
        {
            Report(Catalogue.NumberOutOfPlace(PlaceOf(token), TextOf(token), "a number of days or weeks up to 1000"));
            return;
        }

        builder.AboutDays = length.Unit == TimeUnit.Week ? length.Count * 7 : length.Count;
    }

    private void BindInclude()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Words)
        {
            Expect("the path of a journal in quotes", "write include \"NAME.parley\"");
            return;
        }

        string path = ParseTitle();
        if (!failed)
        {
            JournalLoader.Include(context, this, PlaceOf(token), path);
        }
    }

    /// <summary>Reads a name that is being declared; a member and a basis have one dot.</summary>
    private bool TryNewName(bool allowsDot, out Token token, out string name)
    {
        token = Current;
        name = "";
        if (token.Kind != TokenKind.Name)
        {
            Expect("a name");
            return false;
        }

        at++;
        ReadOnlySpan<byte> bytes = BytesOf(token);
        name = Ascii.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : NameForm.Canonical(bytes);
        bool hasDot = name.Contains('.', StringComparison.Ordinal);
        if (hasDot != allowsDot)
        {
            Report(Catalogue.BadName(
                PlaceOf(token),
                Shorten(name),
                allowsDot ? "it needs a dot, as in \"us.rubio\" or \"wage.simple\"" : "only a member and a basis have a dot"));
            return false;
        }

        if (name.Length > 200)
        {
            Report(Catalogue.BadName(PlaceOf(token), Shorten(name), "it is longer than 200 letters"));
            return false;
        }

        if (context.Find(bytes) is { } known)
        {
            if (known.Kind == SymbolKind.Word || known.Declared is null)
            {
                Report(Catalogue.ReservedName(PlaceOf(token), name));
            }
            else if (!(known.Kind == SymbolKind.Actor && ((Actor)known.Target!).Kind == ActorKind.Member && allowsDot))
            {
                Report(Catalogue.DeclaredTwice(PlaceOf(token), name, known.Declared.Value));
            }
            else
            {
                return true;
            }

            return false;
        }

        return true;
    }

    private void Declare(Token token, string name, SymbolKind kind, int value, object target)
    {
        Symbol symbol = context.Symbols.Add(name, kind, value, target, PlaceOf(token));
        string skeleton = NameForm.Skeleton(name);
        if (!context.Skeletons.TryAdd(skeleton, symbol) && context.Skeletons[skeleton] is { Declared: { } place } other
            && other.Name != name)
        {
            context.Diagnostics.Add(Catalogue.LookAlike(PlaceOf(token), name, other.Name, place));
        }
    }

    private DateInterval? ParseFrom() => TryWord(Word.From) ? ParseDate() : null;

    private void BindActor(ActorKind kind)
    {
        if (!TryNewName(false, out Token token, out string name) || !HasRoom(token))
        {
            return;
        }

        string title = ParseTitle();
        Actor actor = builder.AddActor(kind, name, title, ParseFrom());
        Declare(token, name, SymbolKind.Actor, actor.Id, actor);
    }

    private bool HasRoom(Token token)
    {
        if (builder.ActorCount < RecordBuilder.MaxNames && builder.TrackCount < RecordBuilder.MaxNames)
        {
            return true;
        }

        Report(Catalogue.TooManyParts(PlaceOf(token), "parties, members or tracks", RecordBuilder.MaxNames));
        return false;
    }

    private void BindBystander()
    {
        if (!TryNewName(false, out Token token, out string name) || !HasRoom(token))
        {
            return;
        }

        string title = ParseTitle();
        List<(bool Opposes, Track Track)> stances = [];
        while (Current.Kind == TokenKind.Name && !IsText(Current, "from"u8))
        {
            Token word = Current;
            bool opposes = IsText(word, "opposes"u8) || IsText(word, "oppose"u8);
            if (!opposes && !IsText(word, "supports"u8) && !IsText(word, "support"u8))
            {
                string found = TextOf(word);
                Report(Catalogue.UnknownWord(
                    PlaceOf(word),
                    Shorten(found),
                    "in a bystander",
                    "write \"opposes\" or \"supports\" and a track",
                    NearNames.Nearest(found, ["opposes", "supports"])));
                break;
            }

            do
            {
                at++;
                if (ParseTrack() is { } track)
                {
                    stances.Add((opposes, track));
                }
            }
            while (Current.Kind == TokenKind.Comma);
        }

        Actor actor = builder.AddActor(ActorKind.Bystander, name, title, ParseFrom());
        foreach ((bool opposes, Track track) in stances)
        {
            (opposes ? actor.Opposes : actor.Supports).Add(track);
        }

        Declare(token, name, SymbolKind.Actor, actor.Id, actor);
    }

    private void BindMember()
    {
        if (!TryNewName(true, out Token token, out string name) || !HasRoom(token))
        {
            return;
        }

        string title = ParseTitle();
        Authority authority = Authority.Speaks;
        if (Current.Kind == TokenKind.Name && !IsText(Current, "from"u8))
        {
            Token word = Current;
            at++;
            string found = TextOf(word);
            switch (found)
            {
                case "decides":
                    authority = Authority.Decides;
                    break;
                case "negotiates":
                    authority = Authority.Negotiates;
                    break;
                case "speaks":
                    break;
                default:
                    Report(Catalogue.UnknownWord(
                        PlaceOf(word),
                        Shorten(found),
                        "as the authority of a member",
                        "write \"decides\" or \"negotiates\", or nothing for one who only speaks",
                        NearNames.Nearest(found, ["decides", "negotiates", "speaks"])));
                    break;
            }
        }

        DateInterval? from = ParseFrom();
        string side = name[..name.IndexOf('.', StringComparison.Ordinal)];
        Symbol? of = context.Find(Encoding.UTF8.GetBytes(side));
        if (of is not { Kind: SymbolKind.Actor })
        {
            ReportUnknownActor(new Token(TokenKind.Name, token.Start, Encoding.UTF8.GetByteCount(side)), side, of);
            return;
        }

        if (context.Find(BytesOf(token)) is { } known)
        {
            if (from is null)
            {
                Report(Catalogue.DeclaredTwice(PlaceOf(token), name, known.Declared!.Value));
                return;
            }

            RecordBuilder.SetAuthority((Actor)known.Target!, authority, from);
            return;
        }

        Actor member = builder.AddMember((Actor)of.Target!, name, title, authority, from);
        Declare(token, name, SymbolKind.Actor, member.Id, member);
    }

    private void BindTrack()
    {
        if (!TryNewName(false, out Token token, out string name) || !HasRoom(token))
        {
            return;
        }

        string title = ParseTitle();
        bool isSingle = TryText("single-undertaking"u8);
        Track track = builder.AddTrack(name, title, isSingle, ParseFrom());
        Declare(token, name, SymbolKind.Track, track.Id, track);
    }

    private static readonly (string Name, SourceKind Kind)[] SourceKinds =
    [
        ("press", SourceKind.Press),
        ("broadcast", SourceKind.Broadcast),
        ("document", SourceKind.Document),
        ("official", SourceKind.Official),
        ("people", SourceKind.People),
        ("own", SourceKind.Own),
        ("feed", SourceKind.Feed),
    ];

    private static readonly (string Name, Attribution Attribution)[] Attributions =
    [
        ("on-record", Attribution.OnRecord),
        ("background", Attribution.Background),
        ("deep-background", Attribution.DeepBackground),
        ("off-record", Attribution.OffRecord),
    ];

    private void BindSource()
    {
        if (!TryNewName(false, out Token token, out string name))
        {
            return;
        }

        SourceParts parts = new();
        while (Current.Kind is not TokenKind.End)
        {
            if (!ParseSourcePart(parts))
            {
                break;
            }
        }

        if (parts.Kind is null && !failed)
        {
            Expect("the kind of the source", "write press, broadcast, document, official, people, own or feed behind its name");
        }

        Source source = builder.AddSource(
            name,
            parts.Kind ?? SourceKind.Press,
            parts.Title,
            parts.Attribution,
            parts.Grade,
            parts.Side,
            parts.Published,
            parts.Count,
            parts.IsSealed,
            parts.From);
        Declare(token, name, SymbolKind.Source, source.Id, source);
    }

    private sealed class SourceParts
    {
        public SourceKind? Kind { get; set; }

        public int Count { get; set; } = 1;

        public Attribution Attribution { get; set; }

        public SourceGrade? Grade { get; set; }

        public Actor? Side { get; set; }

        public DateInterval? Published { get; set; }

        public DateInterval? From { get; set; }

        public bool IsSealed { get; set; }

        public string Title { get; set; } = "";
    }

    private bool ParseSourcePart(SourceParts parts)
    {
        if (Current.Kind == TokenKind.Words)
        {
            parts.Title = ParseTitle();
            return true;
        }

        if (Current.Kind != TokenKind.Name)
        {
            Expect("a part of a source", "write its kind, attribution, grade, side, published, sealed, or words in quotes");
            return false;
        }

        Token token = Current;
        string word = TextOf(token);
        at++;
        switch (word)
        {
            case "side":
                parts.Side = ParseActor();
                return parts.Side is not null;
            case "published":
                parts.Published = ParseDate();
                return parts.Published is not null;
            case "from":
                parts.From = ParseDate();
                return parts.From is not null;
            case "sealed":
                parts.IsSealed = true;
                return true;
        }

        if (TryFind(SourceKinds, word, out SourceKind kind))
        {
            parts.Kind = kind;
            ParsePeopleCount(parts);
            return true;
        }

        if (TryFind(Attributions, word, out Attribution attribution))
        {
            parts.Attribution = attribution;
            return true;
        }

        return ParseGrade(parts, token, word);
    }

    private void ParsePeopleCount(SourceParts parts)
    {
        if (Current.Kind != TokenKind.Number)
        {
            return;
        }

        Token number = Current;
        at++;
        if (TryNumber(number, out decimal count))
        {
            if (count != decimal.Truncate(count) || count is < 1 or > 1_000_000)
            {
                Report(Catalogue.NumberOutOfPlace(PlaceOf(number), TextOf(number), "a number of people, at least 1"));
            }
            else
            {
                parts.Count = (int)count;
            }
        }
    }

    private bool ParseGrade(SourceParts parts, Token token, string word)
    {
        if (word is [>= 'A' and <= 'F', >= '1' and <= '6'])
        {
            parts.Grade = new SourceGrade(word[0], word[1] - '0');
            return true;
        }

        if (word.Length == 2 && char.IsAsciiLetter(word[0]) && char.IsAsciiDigit(word[1]))
        {
            Report(Catalogue.BadGrade(PlaceOf(token), word));
            return true;
        }

        string? nearest = NearNames.Nearest(
            word, SourceKinds.Select(k => k.Name).Concat(Attributions.Select(a => a.Name)).Concat(["side", "published", "sealed"]));
        Report(Catalogue.UnknownWord(
            PlaceOf(token),
            Shorten(word),
            "in a source",
            "write its kind, attribution, grade, side, published, sealed, or words in quotes",
            nearest));
        return true;
    }

    private Actor? ParseActor()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("a party or member");
            return null;
        }

        at++;
        return ResolveActor(token);
    }

    private Actor? ResolveActor(Token token)
    {
        Symbol? symbol = context.Find(BytesOf(token));
        if (symbol is { Kind: SymbolKind.Actor })
        {
            return (Actor)symbol.Target!;
        }

        ReportUnknownActor(token, TextOf(token), symbol);
        return null;
    }

    private void ReportUnknownActor(Token token, string name, Symbol? symbol)
    {
        if (symbol is not null)
        {
            Report(Catalogue.WrongKind(PlaceOf(token), name, symbol.Described, "a party or member"));
            return;
        }

        Report(Catalogue.UnknownActor(
            PlaceOf(token),
            Shorten(name),
            context.NearestSymbol(name, s => s.Kind == SymbolKind.Actor),
            context.Declared(s => s.Kind == SymbolKind.Actor && s.Declared is not null)));
    }

    private Track? ParseTrack()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("a track");
            return null;
        }

        at++;
        Symbol? symbol = context.Find(BytesOf(token));
        if (symbol is { Kind: SymbolKind.Track })
        {
            return (Track)symbol.Target!;
        }

        string name = TextOf(token);
        Report(symbol is not null
            ? Catalogue.WrongKind(PlaceOf(token), name, symbol.Described, "a track")
            : Catalogue.UnknownTrack(
                PlaceOf(token),
                Shorten(name),
                context.NearestSymbol(name, s => s.Kind == SymbolKind.Track),
                context.Declared(s => s.Kind == SymbolKind.Track)));
        return null;
    }
}
