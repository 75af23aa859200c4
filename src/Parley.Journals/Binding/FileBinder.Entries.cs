using System.Runtime.InteropServices;
using Parley.Journals.Checks;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Entries: when, who, did what, and the marked parts.</summary>
internal sealed partial class FileBinder
{
    private const int MaxTokens = 60_000;

    private Seen seen;
    private Token verbToken;
    private Token tagToken;
    private Token forumToken;
    private Token firmnessToken;
    private Token termsToken;
    private Token wordsToken;
    private Token trackToken;
    private Token viaToken;
    private Token throughToken;
    private Token deadlineToken;
    private Token knownToken;
    private Token toToken;

    /// <summary>What has been read of an entry so far.</summary>
    [Flags]
    private enum Seen
    {
        None = 0,
        Tag = 1,
        Forum = 2,
        Firmness = 4,
        Terms = 8,
        Words = 16,
        Track = 32,
        Via = 64,
        Through = 128,
        Deadline = 256,
        Known = 512,
        Quote = 1024,
        Tally = 2048,
        LineWord = 4096,
        Pressure = 8192,
        Reading = 16384,
        Round = 32768,
        Date = 65536,
    }

    private void BindEntry(Statement statement)
    {
        draft.Clear();
        seen = Seen.None;
        failed = false;
        at = 0;
        tagToken = default;
        if (lexer.Count > MaxTokens)
        {
            Report(Catalogue.TooManyParts(PlaceOf(lexer[0]), "words in one entry", MaxTokens));
            PoisonTagToken();
            return;
        }

        Token date = Current;
        at++;
        if (TryDate(date, out DateInterval when))
        {
            draft.When = when;
        }

        if (!ParseSpeakers() || !ParseVerb())
        {
            PoisonTagToken();
            return;
        }

        VerbRow row = Verbs.Row(draft.Verb);
        while (Current.Kind != TokenKind.End)
        {
            int before = at;
            ParsePart(row);
            if (at == before)
            {
                at++; // Whatever could not be read has been reported; go on behind it.
            }
        }

        CheckShape(row);
        ResolveTag(row, date);
        if (!failed)
        {
            ConductChecks.Check(this.context, draft, CheckPlaces(date), report);
        }

        if (failed)
        {
            PoisonTagToken();
            return;
        }

        if (DependsOnFaulty())
        {
            PoisonTagToken();
            return;
        }

        builder.Add(draft);
        context.EntryStarts.Add(textStart + statement.Start);
    }

    private EntryPlaces CheckPlaces(Token date) => new(
        PlaceOf(date),
        PlaceOf(verbToken),
        seen.HasFlag(Seen.Tag) ? PlaceOf(tagToken) : PlaceOf(verbToken),
        draft.Addressees.Count > 0 ? PlaceOf(toToken) : PlaceOf(verbToken),
        seen.HasFlag(Seen.Deadline) ? PlaceOf(deadlineToken) : PlaceOf(verbToken),
        seen.HasFlag(Seen.Known) ? PlaceOf(knownToken) : PlaceOf(date),
        text,
        textStart);

    private bool ParseSpeakers()
    {
        bool isKnown = true;
        while (true)
        {
            Token token = Current;
            if (token.Kind != TokenKind.Name)
            {
                Expect("a speaker: a party or a member");
                return false;
            }

            at++;
            Actor? actor = ResolveActor(token);
            isKnown &= actor is not null;
            if (actor is not null)
            {
                draft.Speakers.Add(actor.Id);
            }

            if (Current.Kind == TokenKind.Question)
            {
                draft.Flags |= EntryTraits.IsAttributed;
                at++;
            }

            if (Current.Kind != TokenKind.Comma)
            {
                break;
            }

            at++;
        }

        // With an unknown speaker the rest is still read, so that all slips show in one run.
        if (!isKnown && draft.Speakers.Count == 0)
        {
            draft.Speakers.Add(builder.Desk.Id);
        }

        return true;
    }

    private bool ParseVerb()
    {
        verbToken = Current;
        if (verbToken.Kind != TokenKind.Name)
        {
            Expect("a verb");
            return false;
        }

        at++;
        if (context.VerbSymbols.Find(BytesOf(verbToken)) is { } symbol)
        {
            draft.Verb = symbol.Verb;
            return true;
        }

        ReportUnknownVerb(verbToken);
        return false;
    }

    private bool Once(Seen part, Token token, ref Token first, string what)
    {
        if ((seen & part) != 0)
        {
            Report(Catalogue.PartTwice(PlaceOf(token), what, PlaceOf(first)));
            return false;
        }

        seen |= part;
        first = token;
        return true;
    }

    private void ParsePart(VerbRow row)
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Tag:
                Once(Seen.Tag, token, ref tagToken, "a tag");
                at++;
                break;
            case TokenKind.Arrow:
                at++;
                toToken = Current;
                if (ParseActor() is { } to)
                {
                    draft.Addressees.Add(to.Id);
                }

                break;
            case TokenKind.Forum:
                ParseForum(token);
                break;
            case TokenKind.Source:
                ParseSources();
                break;
            case TokenKind.Words:
                Once(Seen.Words, token, ref wordsToken, "words");
                WordSpan words = ParseWords();
                draft.Words = draft.Words.IsEmpty ? words : draft.Words;
                break;
            case TokenKind.Date when draft.Verb is Verb.Schedules or Verb.Moves or Verb.Meet:
                Once(Seen.Date, token, ref deadlineToken, "a date");
                at++;
                if (TryDate(token, out DateInterval date))
                {
                    draft.NeedDetails().ScheduledFor = date;
                }

                break;
            case TokenKind.Name:
                ParseNamedPart(row, token);
                break;
            default:
                Expect("a part of the entry");
                at++;
                SkipToPart();
                break;
        }
    }

    private void ParseNamedPart(VerbRow row, Token token)
    {
        Symbol? symbol = context.Find(BytesOf(token));
        if (symbol is { Kind: SymbolKind.Word })
        {
            ParseMark(row, token, symbol.Word);
            return;
        }

        if (symbol is { Kind: SymbolKind.Issue or SymbolKind.Basis })
        {
            ParseEntryTerms(row);
            return;
        }

        if ((row.Allowed & Contents.Reading) != 0 && (seen & Seen.Reading) == 0)
        {
            ParseSuspicion(token);
            return;
        }

        if ((row.Allowed & Contents.Pressure) != 0 && (seen & Seen.Pressure) == 0)
        {
            ParsePressure(token);
            return;
        }

        if ((row.Allowed & (Contents.Terms | Contents.Topics)) != 0 && (seen & Seen.Terms) == 0)
        {
            ParseEntryTerms(row);
            return;
        }

        string found = TextOf(token);
        if (symbol is not null)
        {
            Report(Catalogue.WrongKind(
                PlaceOf(token), Shorten(found), symbol.Described, "a part of an entry", "put a mark before it: ->, in, via, ^, @"));
        }
        else
        {
            Report(Catalogue.UnknownWord(
                PlaceOf(token),
                Shorten(found),
                $"behind \"{TextOf(verbToken)}\"",
                "put words in quotes, or write a mark such as in, via, by, if or as",
                context.NearestSymbol(found, s => s.Kind == SymbolKind.Word)));
        }

        at++;
        SkipToPart();
    }

    private void ParseEntryTerms(VerbRow row)
    {
        Token token = Current;
        bool isFirst = Once(Seen.Terms, token, ref termsToken, "terms");
        terms.Clear();
        if (ParseTerms(terms))
        {
            draft.Flags |= EntryTraits.HasUnknownTerms;
        }

        if (!isFirst)
        {
            return;
        }

        if ((row.Allowed & (Contents.Terms | Contents.Topics)) == 0)
        {
            Report(Catalogue.ContentNotAllowed(
                PlaceOf(token), row.Name, "a term", "put what was said in quotes, or use another verb"));
            return;
        }

        foreach (ref readonly Term term in CollectionsMarshal.AsSpan(terms))
        {
            if ((row.Allowed & Contents.Topics) != 0 && term.Values.Kind != ValueSetKind.Topic)
            {
                Report(Catalogue.ContentNotAllowed(
                    PlaceOf(token), row.Name, "a value", "write the issues alone, with commas between"));
                return;
            }

            draft.Terms.Add(term);
        }
    }

    private void CheckShape(VerbRow row)
    {
        Contents present = PresentContents();
        if (row.Required != Contents.None && (present & row.Required) == 0 && !failed)
        {
            Report(Catalogue.ContentNeeded(PlaceOf(verbToken), row.Name, Describe(row.Required)));
        }

        if (row.Allowed.HasFlag(Contents.LineWord) && !seen.HasFlag(Seen.LineWord) && !failed)
        {
            Report(Catalogue.ContentNeeded(PlaceOf(verbToken), row.Name, "\"requires\" or \"excludes\" before its terms"));
        }

        if ((present & Contents.Words) != 0 && (row.Allowed & Contents.Words) == 0)
        {
            Report(Catalogue.ContentNotAllowed(PlaceOf(wordsToken), row.Name, "words in quotes", "leave them out"));
        }

        if ((present & Contents.Tally) != 0 && (row.Allowed & Contents.Tally) == 0)
        {
            Report(Catalogue.ContentNotAllowed(
                PlaceOf(verbToken), row.Name, "a tally", "a tally goes with votes, polls, accepts and rejects"));
        }

        if ((present & Contents.Round) != 0 && (row.Allowed & Contents.Round) == 0)
        {
            Report(Catalogue.ContentNotAllowed(PlaceOf(verbToken), row.Name, "\"round\"", "a round goes with \"meet\""));
        }

        if (draft.Addressees.Count > 0 && row.To == AddresseeUse.None)
        {
            Report(Catalogue.NoAddresseeHere(PlaceOf(toToken), row.Name));
        }
        else if (draft.Addressees.Count == 0 && row.To == AddresseeUse.Required && !failed)
        {
            Report(Catalogue.AddresseeNeeded(PlaceOf(verbToken), row.Name));
        }
    }

    private Contents PresentContents()
    {
        Contents present = Contents.None;
        present |= !draft.Words.IsEmpty || seen.HasFlag(Seen.Words) ? Contents.Words : Contents.None;
        present |= draft.Terms.Count > 0 || (draft.Flags & EntryTraits.HasUnknownTerms) != 0
            ? Contents.Terms | Contents.Topics : Contents.None;
        present |= seen.HasFlag(Seen.Tally) ? Contents.Tally : Contents.None;
        present |= seen.HasFlag(Seen.Pressure) ? Contents.Pressure : Contents.None;
        present |= seen.HasFlag(Seen.Reading) ? Contents.Reading : Contents.None;
        present |= seen.HasFlag(Seen.Round) ? Contents.Round : Contents.None;
        return present;
    }

    private static string Describe(Contents contents) => contents switch
    {
        Contents.Terms | Contents.Words => "terms, or words in quotes",
        Contents.Terms => "terms",
        Contents.Topics => "issues",
        Contents.Pressure => "a kind of pressure: military, economic, legal, diplomatic, industrial or information",
        Contents.Reading => "a party and what is suspected of it",
        _ => "terms, words in quotes, or a tally",
    };

    private void ResolveTag(VerbRow row, Token date)
    {
        if (!seen.HasFlag(Seen.Tag))
        {
            bool mustName = row.Tag == TagUse.MustName;
            if ((mustName || row.Tag is TagUse.MustRefer or TagUse.MustNameOrRefer) && !failed)
            {
                Report(Catalogue.TagNeeded(PlaceOf(verbToken), row.Name, mustName));
            }

            return;
        }

        ReadOnlySpan<byte> name = BytesOf(tagToken)[1..];
        int known = builder.FindTag(name);
        switch (row.Tag)
        {
            case TagUse.None:
                Report(Catalogue.NoTagHere(PlaceOf(tagToken), row.Name));
                return;
            case TagUse.MayRefer or TagUse.MustRefer:
                Refer(known);
                return;
            case TagUse.MayNameOrRefer or TagUse.MustNameOrRefer when known >= 0 && !IsSecondAccount(known):
                Refer(known);
                return;
            default:
                NameTag(known, date);
                return;
        }
    }

    private void Refer(int known)
    {
        if (known < 0)
        {
            string name = TextOf(tagToken)[1..];
            Report(Catalogue.UnknownTag(PlaceOf(tagToken), Shorten(name), context.NearestTag(name)));
            return;
        }

        draft.Tag = known;
        draft.TagRole = TagRole.Refers;
    }

    /// <summary>Whether a verb that may do both gives another account of the act that names the tag.</summary>
    private bool IsSecondAccount(int tag)
    {
        int naming = builder.NamedBy(tag);
        return naming >= 0 && (draft.Terms.Count > 0 || !draft.Words.IsEmpty)
            && builder.IsSameAct(naming, draft) && builder.WhenOf(naming).Overlaps(draft.When)
            && !builder.HasSameSources(naming, draft);
    }

    private void NameTag(int known, Token date)
    {
        int naming = known < 0 ? -1 : builder.NamedBy(known);
        if (naming >= 0)
        {
            Place first = context.PlaceOfEntry(naming);
            if (!builder.IsSameAct(naming, draft))
            {
                Report(Catalogue.TagTaken(PlaceOf(tagToken), TextOf(tagToken)[1..], first));
                return;
            }

            if (!failed && !builder.WhenOf(naming).Overlaps(draft.When))
            {
                Report(Catalogue.AccountsApart(PlaceOf(date), TextOf(tagToken)[1..], first));
                return;
            }
        }

        if (failed)
        {
            return;
        }

        if (known < 0)
        {
            known = builder.Tag(BytesOf(tagToken)[1..], new WordSpan(textStart + tagToken.Start + 1, tagToken.Length - 1));
            if (draft.Verb == Verb.Says)
            {
                context.LonelyTags.Add((known, PlaceOf(tagToken)));
            }
        }

        draft.Tag = known;
        draft.TagRole = TagRole.Names;
    }

    /// <summary>A faulty entry still declares its tag, so that one slip gives one message.</summary>
    private void PoisonTagToken()
    {
        Token tag = tagToken;
        for (int i = 0; tag.Length == 0 && i < lexer.Count; i++)
        {
            if (lexer[i].Kind == TokenKind.Tag)
            {
                tag = lexer[i];
            }
        }

        if (tag.Length > 0)
        {
            MarkFaulty(builder.Tag(BytesOf(tag)[1..], new WordSpan(textStart + tag.Start + 1, tag.Length - 1)));
        }
    }

    private void MarkFaulty(int tag)
    {
        if (builder.NamedBy(tag) < 0)
        {
            context.FaultyTags.Add(tag);
        }
    }

    private bool DependsOnFaulty()
    {
        if (context.FaultyTags.Count == 0)
        {
            return false;
        }

        if (draft.Tag >= 0 && draft.TagRole == TagRole.Refers && context.FaultyTags.Contains(draft.Tag))
        {
            return true;
        }

        return draft.Details is { } details
            && (details.Re.Any(context.FaultyTags.Contains) || details.Replaces.Any(context.FaultyTags.Contains)
                || context.FaultyTags.Contains(details.Because)
                || details.Conditions.Any(c => context.FaultyTags.Contains(c.Tag)));
    }
}
