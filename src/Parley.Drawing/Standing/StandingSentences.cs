using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Each finding of the standing as one or two plain sentences that end with its entries.</summary>
internal sealed partial class StandingSentences(NegotiationRecord record, IWords words, Citer citer, string arrow)
{
    private ConductSentences? conduct;
    private readonly AgreementSentences agreements = new(record, words, citer);

    public Citer Citer { get; } = citer;

    public string Name(int actor) => Phrases.Name(record.Actors[actor]);

    public string Values(int issue, int basis, ValueSet values)
    {
        string text = ValueWords.Print(record.Issues[issue], basis, values, words, withUnit: true);
        return text.Length == 0 ? "no value named" : Phrases.Together(text);
    }

    /// <summary>The name of an issue in words, with its basis.</summary>
    public string Issue(int issue, int basis) => basis == 0 ? record.Issues[issue].Title
        : record.Issues[issue].Title + " (" + record.Issues[issue].Bases[basis - 1].Title + ")";

    public string Amount(int issue, int basis, decimal amount) =>
        Phrases.Together(ValueWords.Amount(record.Issues[issue], basis, amount, words));

    /// <summary>The date of the last entry of a finding, as written.</summary>
    public string Date(Evidence evidence)
    {
        int entry = evidence.More?[^1] ?? (evidence.Second >= 0 ? evidence.Second : evidence.First);
        return entry < 0 ? "" : words.PrintDate(record[entry].When);
    }

    public string Date(int entry) => words.PrintDate(record[entry].When);

    /// <summary>Goalposts, and positions in private beside those in public.</summary>
    public ConductSentences Conduct => conduct ??= new ConductSentences(record, this);

    public string Agreement(Agreement item) => agreements.Agreement(item);

    public string Move(Move move)
    {
        string act = move.Kind switch
        {
            MoveKind.Concession => "concession",
            MoveKind.Hardening => "hardening",
            MoveKind.Retraction => "concession taken back",
            MoveKind.None => "no change",
            MoveKind.Trade => (move.Traits & MoveTraits.StepsBack) != 0
                ? "step back in a trade" : "gives in a trade",
            _ => "another value",
        };
        string size = Size(move);
        List<string> marks = [];
        Mark(marks, move.Traits, MoveTraits.AcrossForums, "across forums, counted nowhere");
        Mark(marks, move.Traits, MoveTraits.AfterWithdrawal, "a withdrawal or lapse lies between");
        Mark(marks, move.Traits, MoveTraits.InOneAlternative, "in one alternative");
        Mark(marks, move.Traits, MoveTraits.OrderUncertain, "the dates allow the other order");
        Mark(marks, move.Traits, MoveTraits.Contested, "contested");
        Mark(marks, move.Traits, MoveTraits.MayNotHaveHappened, "may not have happened yet");
        return $"{Name(move.SpeakerId)}, {Phrases.At(move.Forum)}, on {Issue(move.IssueId, move.BasisIndex)}: {act}, "
            + $"{Steps(move)}{size}.{Marks(marks)} {Citer.Bracketed(move.Evidence)}";
    }

    public string Reversal(Reversal item)
    {
        string from = Values(item.IssueId, item.BasisIndex, item.From, item.Evidence.First);
        string owner = item.FromSpeakerId == item.ToSpeakerId ? "" : $" ({Name(item.FromSpeakerId)})";
        string to = item.To is { } later
            ? $"{arrow}{Values(item.IssueId, item.BasisIndex, later, item.Evidence.Second)} {Phrases.At(item.ToForum)},"
            : $", withdrawn {Phrases.At(item.ToForum)}";
        string what = $"on {Issue(item.IssueId, item.BasisIndex)}: {from} {Phrases.At(item.FromForum)}{owner}{to} "
            + Phrases.Later(item.LagDays);
        string round = item.RoundBetween switch
        {
            Answer.Yes => " A round lay between.",
            Answer.No => " No round lay between.",
            _ => " The dates do not tell whether a round lay between.",
        };
        List<string> marks = [];
        Mark(marks, item.Kind == ReversalKind.Retraction, "takes an earlier concession back");
        Mark(marks, item.IsContested, "contested");
        Mark(marks, item.OrderUncertain, "the dates allow the other order");
        return $"{Name(item.ToSpeakerId)}, {what}.{round}{Marks(marks)} {Citer.Bracketed(item.Evidence)}";
    }

    public string Division(Division item)
    {
        string contested = item.IsContested ? " Contested." : "";
        return $"{Phrases.Name(item.Party)}, on {Issue(item.IssueId, item.BasisIndex)}: "
            + $"{Name(item.FirstSpeakerId)} {Values(item.IssueId, item.BasisIndex, item.First, item.Evidence.First)} "
            + $"{Phrases.At(item.FirstForum)}; {Name(item.SecondSpeakerId)} "
            + $"{Values(item.IssueId, item.BasisIndex, item.Second, item.Evidence.Second)} {Phrases.At(item.SecondForum)}, "
            + $"{Phrases.Later(item.LagDays)}.{contested} {Citer.Bracketed(item.Evidence)}";
    }

    /// <summary>A reply clock as a sentence.</summary>
    /// <param name="item">The clock.</param>
    /// <param name="withDate">Whether the date of the offer stands in the sentence.</param>
    public string Reply(Reply item, bool withDate)
    {
        Entry offer = record[item.OfferEntry];
        string noun = offer.Verb == Verb.Demands ? "demand" : "offer";
        string tag = item.Tag < 0 ? "" : " #" + record.TagName(item.Tag);
        string date = withDate ? " of " + DateWords.Of(offer.When) : "";
        string owner = Phrases.Possessive(record.Actors[item.OffererId]);
        string addressee = Name(item.AddresseeId);
        string rounds = Phrases.Rounds(item.RoundsMin, item.RoundsMax);
        string after = $"{Phrases.After(item.Days)}, {rounds}";
        string text = item.State switch
        {
            ReplyState.Open => $"{addressee} has not answered {owner} {noun}{tag}{date}: {Phrases.Days(item.Days)}, {rounds}.",
            ReplyState.Answered => $"{addressee} answered {owner} {noun}{tag}{date} {after}.",
            ReplyState.AnsweredInPublicOnly =>
                $"{addressee} answered {owner} {noun}{tag}{date} in public only, {after}.",
            ReplyState.Superseded =>
                $"{owner} {noun}{tag}{date} to {addressee} gave way to a later one {after}, unanswered.",
            ReplyState.Expired => $"{owner} {noun}{tag}{date} to {addressee} expired {after}, unanswered.",
            _ => $"{owner} {noun}{tag}{date} to {addressee} fell away {after}, unanswered.",
        };
        string early = item.AnsweredWithoutAuthority ? " Somebody without authority has answered." : "";
        return $"{Phrases.Sentence(text)}{early} {Citer.Bracketed(item.Evidence)}";
    }

    public string Commitment(Commitment item)
    {
        string track = item.TrackId < 0 ? "" : " in " + record.Tracks[item.TrackId].Title;
        string through = item.ThroughId < 0 ? "" : ", an act of " + Name(item.ThroughId);
        string to = item.AddresseeId < 0 ? "" : " to " + Name(item.AddresseeId);
        string content = "";
        if (item.Evidence.First >= 0)
        {
            Entry entry = record[item.Evidence.First];
            content = EntryWords.Content(record, entry, words);
            foreach (Condition condition in entry.Details.Conditions)
            {
                content += ", " + EntryWords.Of(record, condition, words);
            }
        }

        string deadline = item.Deadline is { } day ? ", by " + words.PrintDate(day) : "";
        string contested = item.IsContested ? " Accounts of it differ." : "";
        return $"#{record.TagName(item.Tag)}, {Name(item.SpeakerId)}{to}{track}{through}:{content}{deadline}. "
            + $"{Existence(item)} {Phrases.Sentence(Fate(item.Performance))}.{Claims(item)}{contested} "
            + Citer.Bracketed(item.Evidence);
    }

    public string RedLine(RedLine item)
    {
        string verb = item.IsRequirement ? "requires" : "excludes";
        string authority = item.Authority switch
        {
            Authority.Decides => "decides",
            Authority.Negotiates => "negotiates",
            _ => "speaks only",
        };
        string stands = item.Stands ? "It stands" : "It no longer stands";
        List<string> facts = [stands];
        facts.Add(item.Tests.Count == 0 ? "never tested"
            : $"tested {Times(item.Tests.Count)} {Citer.Bracketed(item.Tests)}");
        if (item.Crossings.Count > 0)
        {
            string below = item.CrossedFromBelow ? ", once or more from below the rank of its drawer" : "";
            facts.Add($"crossed by its own side {Times(item.Crossings.Count)} {Citer.Bracketed(item.Crossings)}{below}");
        }
        else
        {
            facts.Add("held by its own side");
        }

        if (item.Softenings.Count > 0)
        {
            facts.Add($"softened in words {Times(item.Softenings.Count)} {Citer.Bracketed(item.Softenings)}");
        }

        if (item.RevealedBy.Count > 0)
        {
            string doubt = item.Revealed != item.RevealedUncontested ? ", on a contested account" : "";
            facts.Add($"as revealed: {Values(item.IssueId, item.BasisIndex, item.Revealed)}{doubt} "
                + Citer.Bracketed(item.RevealedBy));
        }

        string contested = item.IsContested ? " Contested." : "";
        string values = Values(item.IssueId, item.BasisIndex, item.Stated);
        string left = item.IsRequirement ? "" : $", which leaves {Values(item.IssueId, item.BasisIndex, item.Allowed)}";
        return $"{Phrases.Name(item.Party)}, drawn by {Name(item.DrawerId)} ({authority}), on "
            + $"{Issue(item.IssueId, item.BasisIndex)}: {verb} {values}{left}. {string.Join("; ", facts)}.{contested} "
            + Citer.Bracketed(item.Evidence);
    }

    public string Clash(Clash item)
    {
        string parties = Phrases.List([.. item.Parties.Select(Phrases.Name)]);
        string issue = Issue(item.IssueId, item.BasisIndex);
        string least = item.LeastLoosening is not { } amount
            ? "By how much they must give way cannot be measured, for the labels have no order."
            : item.IsAttained
                ? $"Together they must give way by at least {Amount(item.IssueId, item.BasisIndex, amount)}."
                : $"Together they must give way by some amount above {Amount(item.IssueId, item.BasisIndex, amount)}; "
                    + "any such amount will do.";
        string revealed = item.PersistsAsRevealed switch
        {
            Answer.Yes => "",
            Answer.No => " As revealed by their own sides, the lines leave a value.",
            _ => " Whether they still clash as revealed turns on accounts that exclude each other.",
        };
        string contested = revealed + (item.IsContested ? " Contested." : "");
        return $"The red lines of {parties} on {issue} leave no value that all of them allow. {least}{contested} "
            + Citer.Bracketed(item.Evidence);
    }

    public string Contest(Contest item)
    {
        string tag = item.Tag < 0 ? "an act" : "#" + record.TagName(item.Tag);
        string owner = record.Actors[item.SpeakerId] is { } actor ? Phrases.Name(actor) : "";
        string text = item.Kind == ContestKind.Denied
            ? $"It is denied that {tag} by {owner} took place as reported."
            : $"Accounts of {tag} by {owner} differ on {Issue(item.IssueId, 0)}.";
        return $"{text} {Citer.Bracketed(item.Evidence)}";
    }

    public string Gap(Gap item)
    {
        string sides = $"{Phrases.Name(item.First)} and {Phrases.Name(item.Second)}";
        string basis = item.BasisIndex == 0 ? "" : $" ({record.Issues[item.IssueId].Bases[item.BasisIndex - 1].Title})";
        if (item.Opening is null && item.Current is null)
        {
            return $"Gap between {sides}{basis}: unknown. {Citer.Bracketed(item.Evidence)}";
        }

        return $"Gap between {sides}{basis}: opened at {Distance(item, item.Opening)}, now "
            + $"{Distance(item, item.Current)}. {Citer.Bracketed(item.Evidence)}";
    }

    public string Distance(Gap item, decimal? distance) => distance switch
    {
        null => "unknown",
        0 => "none",
        { } amount => Amount(item.IssueId, item.BasisIndex, amount),
    };

    /// <summary>What became of a promise or a threat, in a word or two.</summary>
    public static string Outcome(Performance performance) => performance switch
    {
        Performance.Pending => "not yet due",
        Performance.ConditionOpen => "with an open condition",
        Performance.Due => "due",
        Performance.Kept => "kept",
        Performance.Partly => "kept in part",
        Performance.Late => "kept late",
        Performance.Broken => "broken",
        Performance.Excused => "excused by the other side",
        Performance.Untested => "untested",
        Performance.Heeded => "heeded",
        Performance.CarriedOut => "carried out",
        Performance.NotCarriedOut => "not carried out",
        Performance.Withdrawn => "withdrawn",
        _ => "void",
    };

    private static string Times(int count) =>
        count switch { 1 => "once", 2 => "twice", _ => Phrases.Number(count) + " times" };

    private static void Mark(List<string> marks, MoveTraits traits, MoveTraits trait, string text) =>
        Mark(marks, (traits & trait) != 0, text);

    private static void Mark(List<string> marks, bool holds, string text)
    {
        if (holds)
        {
            marks.Add(text);
        }
    }

    private static string Marks(List<string> marks) =>
        marks.Count == 0 ? "" : " " + Phrases.Sentence(string.Join("; ", marks)) + ".";

    private static string Fate(Performance performance) => performance switch
    {
        Performance.ConditionOpen => "its condition is open",
        Performance.Due => "due, and nothing done about it is on record",
        Performance.Untested => "untested: what would trigger it never came",
        _ => Outcome(performance),
    };

    private string Existence(Commitment item)
    {
        if (item.Existence == Parley.Record.Standing.Existence.Acknowledged)
        {
            return "On the record.";
        }

        if (item.Existence == Parley.Record.Standing.Existence.Denied)
        {
            return "Denied by its speaker.";
        }

        List<Source> tellers = item.Evidence.First < 0 ? [] : Roots(item.Evidence.First);
        return tellers.Count == 0 ? "Alleged, without a source." : $"Alleged, {Phrases.AccordingTo(tellers)}.";
    }

    /// <summary>Who says it: the roots of the chains of sources of an entry.</summary>
    private List<Source> Roots(int entry)
    {
        List<Source> roots = [];
        foreach (int chain in record[entry].ChainIds)
        {
            Source root = record.Chains[chain].Root;
            if (!roots.Contains(root))
            {
                roots.Add(root);
            }
        }

        return roots;
    }

    private string Claims(Commitment item)
    {
        if (item.Claims.Count == 0)
        {
            return "";
        }

        int last = item.Claims[^1];
        string verb = record[last].Verb switch
        {
            Verb.Keeps => "kept",
            Verb.Breaks => "broken",
            _ => "excused",
        };
        List<Source> tellers = Roots(last);
        string who = tellers.Count == 0 ? "it is said that" : Phrases.AccordingTo(tellers) + ",";
        string agreement = item.ClaimsAgree == false ? "; the record does not bear it out" : "";
        return $" {Phrases.Sentence(who)} it was {verb} {Citer.Bracketed(item.Claims)}{agreement}.";
    }
}
