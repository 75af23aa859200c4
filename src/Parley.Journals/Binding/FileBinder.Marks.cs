using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>The marked parts of an entry.</summary>
internal sealed partial class FileBinder
{
    private static readonly (string Name, Forum Forum)[] Forums =
    [
        ("table", Forum.Table),
        ("letter", Forum.Letter),
        ("private", Forum.Private),
        ("media", Forum.Media),
        ("public", Forum.Public),
    ];

    private static readonly (string Name, Firmness Firmness)[] Firmnesses =
    [
        ("firm", Firmness.Firm),
        ("floated", Firmness.Floated),
        ("without-prejudice", Firmness.WithoutPrejudice),
        ("provisional", Firmness.Provisional),
        ("final", Firmness.Final),
        ("precondition", Firmness.Precondition),
    ];

    private static readonly (string Name, PressureKind Kind)[] Pressures =
    [
        ("military", PressureKind.Military),
        ("economic", PressureKind.Economic),
        ("legal", PressureKind.Legal),
        ("diplomatic", PressureKind.Diplomatic),
        ("industrial", PressureKind.Industrial),
        ("information", PressureKind.Information),
    ];

    private void ParseForum(Token token)
    {
        Once(Seen.Forum, token, ref forumToken, "a forum");
        at++;
        ReadOnlySpan<byte> name = BytesOf(token)[1..];
        Forum forum = name switch
        {
            _ when name.SequenceEqual("table"u8) => Forum.Table,
            _ when name.SequenceEqual("media"u8) => Forum.Media,
            _ when name.SequenceEqual("letter"u8) => Forum.Letter,
            _ when name.SequenceEqual("private"u8) => Forum.Private,
            _ when name.SequenceEqual("public"u8) => Forum.Public,
            _ => Forum.NotSaid,
        };
        if (forum == Forum.NotSaid)
        {
            string found = TextOf(token)[1..];
            Report(Catalogue.UnknownForum(
                PlaceOf(token), Shorten(found), NearNames.Nearest(found, Forums.Select(f => f.Name))));
            return;
        }

        draft.Forum = forum;
    }

    /// <summary>Reads one source and, behind each <c>&lt;</c>, who it had it from.</summary>
    private void ParseSources()
    {
        links.Clear();
        Token token = Current;
        at++;
        Source? source = ResolveSource(token, BytesOf(token)[1..]);
        bool isSound = source is not null;
        if (source is not null)
        {
            links.Add(source);
        }

        while (Current.Kind == TokenKind.Less)
        {
            at++;
            Token next = Current;
            if (next.Kind != TokenKind.Name)
            {
                Expect("the source that it was had from");
                return;
            }

            at++;
            source = ResolveSource(next, BytesOf(next));
            isSound &= source is not null;
            if (source is not null)
            {
                links.Add(source);
            }
        }

        if (isSound)
        {
            draft.Chains.Add(builder.Chain(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links)).Id);
        }
    }

    private Source? ResolveSource(Token token, ReadOnlySpan<byte> bytes)
    {
        Symbol? symbol = context.Find(bytes);
        if (symbol is { Kind: SymbolKind.Source })
        {
            return (Source)symbol.Target!;
        }

        string name = System.Text.Encoding.UTF8.GetString(bytes);
        Report(symbol is not null
            ? Catalogue.WrongKind(PlaceOf(token), name, symbol.Described, "a source")
            : Catalogue.UnknownSource(
                PlaceOf(token),
                Shorten(name),
                context.NearestSymbol(name, s => s.Kind == SymbolKind.Source),
                context.Declared(s => s.Kind == SymbolKind.Source)));
        return null;
    }

    private void ParseMark(VerbRow row, Token token, Word word)
    {
        at++;
        switch (word)
        {
            case Word.In:
                Once(Seen.Track, token, ref trackToken, "a track");
                draft.Track = ParseTrack();
                break;
            case Word.Via:
                Once(Seen.Via, token, ref viaToken, "\"via\"");
                draft.Via = ParseActor();
                break;
            case Word.Through:
                Once(Seen.Through, token, ref throughToken, "\"through\"");
                draft.NeedDetails().Through = ParseActor();
                break;
            case Word.Re:
                draft.NeedDetails().Re = [.. draft.NeedDetails().Re, .. ParseTagReference()];
                break;
            case Word.Replaces:
                draft.NeedDetails().Replaces = [.. draft.NeedDetails().Replaces, .. ParseTagReference()];
                break;
            case Word.Because:
                draft.NeedDetails().Because = ParseTagReference() is [int cause] ? cause : -1;
                break;
            case Word.If or Word.Unless:
                ParseCondition(word == Word.Unless);
                break;
            case Word.As:
                ParseFirmness(token);
                break;
            case Word.Requires or Word.Excludes:
                ParseLineWord(row, token, word);
                break;
            case Word.Terms:
                ParseTermsUnknown(row, token);
                break;
            default:
                ParseRareMark(token, word);
                break;
        }
    }

    private void ParseRareMark(Token token, Word word)
    {
        Token first = token;
        switch (word)
        {
            case Word.By:
                Once(Seen.Deadline, token, ref deadlineToken, "a deadline");
                draft.NeedDetails().Deadline = ParseDate();
                break;
            case Word.Within:
                Once(Seen.Deadline, token, ref deadlineToken, "a deadline");
                if (ParseLength() is { } length)
                {
                    draft.NeedDetails().Within = length;
                    draft.NeedDetails().Deadline = draft.When.Plus(length);
                }

                break;
            case Word.Known:
                Once(Seen.Known, token, ref knownToken, "\"known\"");
                draft.NeedDetails().Known = ParseDate();
                break;
            case Word.SubjectTo:
                do
                {
                    at += Current.Kind == TokenKind.Comma ? 1 : 0;
                    if (ParseActor() is { } ratifier)
                    {
                        draft.NeedDetails().SubjectTo = [.. draft.NeedDetails().SubjectTo, ratifier];
                    }
                }
                while (Current.Kind == TokenKind.Comma);
                break;
            case Word.Quote:
                Once(Seen.Quote, token, ref first, "a quote");
                if (Current.Kind != TokenKind.Words)
                {
                    Expect("the words spoken, in quotes");
                    break;
                }

                draft.NeedDetails().Quote = ParseWords();
                break;
            case Word.Yes or Word.No:
                ParseTally(token, word);
                break;
            case Word.Round:
                ParseRound(token);
                break;
            default:
                Report(Catalogue.Expected(
                    PlaceOf(token), "a part of the entry", Found(token), "put words in quotes, or write a mark such as in, via, by, if or as"));
                SkipToPart();
                break;
        }
    }

    private int[] ParseTagReference()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Tag)
        {
            Expect("a tag, such as #o1");
            return [];
        }

        at++;
        int tag = builder.FindTag(BytesOf(token)[1..]);
        if (tag < 0)
        {
            string name = TextOf(token)[1..];
            Report(Catalogue.UnknownTag(PlaceOf(token), Shorten(name), context.NearestTag(name)));
            return [];
        }

        return [tag];
    }

    private void ParseCondition(bool isUnless)
    {
        Condition condition;
        switch (Current.Kind)
        {
            case TokenKind.Words:
                condition = new Condition { IsUnless = isUnless, Words = ParseWords() };
                break;
            case TokenKind.Tag:
                condition = new Condition { IsUnless = isUnless, Tag = ParseTagReference() is [int tag] ? tag : -1 };
                break;
            case TokenKind.Name:
                List<Term> on = [];
                EntryTraits before = draft.Flags;
                ParseTerms(on);
                draft.Flags = before;
                condition = new Condition { IsUnless = isUnless, Terms = on };
                break;
            default:
                Expect("a condition: words in quotes, terms, or a tag");
                return;
        }

        draft.NeedDetails().Conditions = [.. draft.NeedDetails().Conditions, condition];
    }

    private void ParseFirmness(Token mark)
    {
        Once(Seen.Firmness, mark, ref firmnessToken, "a standing");
        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("a standing", "write as firm, floated, without-prejudice, provisional, final or precondition");
            return;
        }

        at++;
        string found = TextOf(token);
        if (TryFind(Firmnesses, found, out Firmness firmness))
        {
            draft.Firmness = firmness;
            return;
        }

        Report(Catalogue.UnknownFirmness(
            PlaceOf(token), Shorten(found), NearNames.Nearest(found, Firmnesses.Select(f => f.Name))));
    }

    private void ParseLineWord(VerbRow row, Token token, Word word)
    {
        if ((row.Allowed & Contents.LineWord) == 0)
        {
            Report(Catalogue.ContentNotAllowed(
                PlaceOf(token), row.Name, $"\"{TextOf(token)}\"", "write \"red-line\" for what a party will never do with or without"));
            return;
        }

        Token first = token;
        Once(Seen.LineWord, token, ref first, "\"requires\" or \"excludes\"");
        if (word == Word.Requires)
        {
            draft.Flags |= EntryTraits.Requires;
        }
    }

    private void ParseTermsUnknown(VerbRow row, Token token)
    {
        if (!TryWord(Word.Unknown))
        {
            Expect("\"unknown\"", "write \"terms unknown\", or the terms themselves");
            return;
        }

        Once(Seen.Terms, token, ref termsToken, "terms");
        if ((row.Allowed & Contents.Terms) == 0)
        {
            Report(Catalogue.ContentNotAllowed(PlaceOf(token), row.Name, "\"terms unknown\"", "leave it out"));
        }

        draft.Flags |= EntryTraits.HasUnknownTerms;
    }

    private void ParseTally(Token token, Word word)
    {
        Token number = Current;
        if (number.Kind != TokenKind.Number)
        {
            Expect("a number of votes");
            return;
        }

        at++;
        if (!TryNumber(number, out decimal count))
        {
            return;
        }

        bool isPercent = Current.Kind == TokenKind.Percent;
        at += isPercent ? 1 : 0;
        if (count < 0 || (isPercent && count > 100) || (!isPercent && count != decimal.Truncate(count)))
        {
            Report(Catalogue.NumberOutOfPlace(
                PlaceOf(number), TextOf(number), isPercent ? "a percentage from 0 to 100" : "a whole number of votes"));
            return;
        }

        EntryDetails details = draft.NeedDetails();
        if (word == Word.Yes)
        {
            Token first = token;
            Once(Seen.Tally, token, ref first, "a tally");
            details.Tally = new Tally(count, null, isPercent);
        }
        else if (details.Tally is { No: null } tally)
        {
            details.Tally = tally with { No = count };
        }
        else
        {
            Report(Catalogue.Expected(PlaceOf(token), "\"yes\" and a number before it", "\"no\"", "write yes N no N"));
        }
    }

    private void ParseRound(Token token)
    {
        Token first = token;
        Once(Seen.Round, token, ref first, "a round");
        Token number = Current;
        if (number.Kind != TokenKind.Number)
        {
            Expect("the number of the round");
            return;
        }

        at++;
        if (TryNumber(number, out decimal round))
        {
            if (round != decimal.Truncate(round) || round is < 0 or > 100_000)
            {
                Report(Catalogue.NumberOutOfPlace(PlaceOf(number), TextOf(number), "a whole number"));
                return;
            }

            draft.NeedDetails().Round = (int)round;
        }
    }

    private void ParsePressure(Token token)
    {
        at++;
        seen |= Seen.Pressure;
        string found = TextOf(token);
        if (TryFind(Pressures, found, out PressureKind kind))
        {
            draft.Pressure = kind;
            return;
        }

        Report(Catalogue.UnknownPressure(
            PlaceOf(token), Shorten(found), NearNames.Nearest(found, Pressures.Select(p => p.Name))));
    }

    private void ParseSuspicion(Token token)
    {
        at++;
        seen |= Seen.Reading;
        EntryDetails details = draft.NeedDetails();
        details.SuspectedParty = ResolveActor(token);
        Token name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Expect("what is suspected: an aim or a condition");
            return;
        }

        at++;
        details.SuspectedReading = ResolveReading(name, details.SuspectedParty)?.Id ?? -1;
    }
}
