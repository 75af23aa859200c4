using System.Runtime.InteropServices;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>All stances of a record as they are at one moment, found by who, what, where and kind.</summary>
internal sealed class StanceBook
{
    private readonly NegotiationRecord record;
    private readonly int[] topicStarts;
    private readonly int[] issueOfTopic;
    private readonly Dictionary<ulong, int> slotIds = [];
    private readonly Dictionary<ulong, int> voiceIds = [];
    private readonly Dictionary<ulong, int> sideIds = [];

    public StanceBook(NegotiationRecord record)
    {
        this.record = record;
        topicStarts = new int[record.Issues.Count + 1];
        for (int i = 0; i < record.Issues.Count; i++)
        {
            topicStarts[i + 1] = topicStarts[i] + record.Issues[i].Bases.Count + 1;
        }

        issueOfTopic = new int[topicStarts[^1]];
        for (int i = 0; i < record.Issues.Count; i++)
        {
            issueOfTopic.AsSpan(topicStarts[i], topicStarts[i + 1] - topicStarts[i]).Fill(i);
        }
    }

    public int TopicCount => issueOfTopic.Length;

    public ChunkedList<Stance> Stances { get; } = new();

    public ChunkedList<Slot> Slots { get; } = new();

    public ChunkedList<Voice> Voices { get; } = new();

    public ChunkedList<SideOnTopic> Sides { get; } = new();

    public int TopicOf(in Term term) => topicStarts[term.IssueId] + term.BasisIndex;

    public Issue IssueOf(int topic) => record.Issues[issueOfTopic[topic]];

    public int BasisOf(int topic) => topic - topicStarts[issueOfTopic[topic]];

    public int FindSlot(int speaker, int topic, Forum place, int track) =>
        slotIds.TryGetValue(KeyOf(speaker, topic, place, track), out int slot) ? slot : -1;

    public int SlotOf(int speaker, int topic, Forum place, int track)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(
            slotIds, KeyOf(speaker, topic, place, track), out bool exists);
        if (exists)
        {
            return id;
        }

        id = Slots.Count;
        int voice = VoiceOf(speaker, topic);
        Slots.Add(new Slot
        {
            Speaker = speaker,
            Topic = topic,
            Place = place,
            Track = (short)track,
            Voice = voice,
            Next = Voices[voice].FirstSlot,
        });
        Voices[voice].FirstSlot = id;
        return id;
    }

    public int FindSide(int party, int topic) =>
        sideIds.TryGetValue(Pair(party, topic), out int side) ? side : -1;

    /// <summary>The place of the stance of one kind in a slot, plus 1; 0 when there is none yet.</summary>
    public static ref int StanceOf(ref Slot slot, PositionKind kind)
    {
        switch (kind)
        {
            case PositionKind.Demand:
                return ref slot.Demand;
            case PositionKind.Offer:
                return ref slot.Offer;
            case PositionKind.Statement:
                return ref slot.Statement;
            default:
                return ref slot.RedLine;
        }
    }

    public static PositionKind KindOf(Verb verb) => verb switch
    {
        Verb.Demands => PositionKind.Demand,
        Verb.Offers => PositionKind.Offer,
        Verb.Says => PositionKind.Statement,
        _ => PositionKind.RedLine,
    };

    private static ulong Pair(int actor, int topic) => ((ulong)(uint)topic << 15) | (uint)actor;

    // An actor and a track plus one take 15 bits each, a place 2, an issue with its basis 32.
    private static ulong KeyOf(int speaker, int topic, Forum place, int track)
    {
        uint placeBits = place switch
        {
            Forum.Table => 1,
            Forum.Private => 2,
            Forum.Media => 3,
            _ => 0u,
        };
        return ((ulong)(uint)topic << 32) | ((ulong)(uint)speaker << 17) | (placeBits << 15) | (uint)(track + 1);
    }

    private int VoiceOf(int speaker, int topic)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(voiceIds, Pair(speaker, topic), out bool exists);
        if (!exists)
        {
            id = Voices.Count;
            int side = SideOf(record.Actors[speaker].Side.Id, topic);
            Voices.Add(new Voice { Speaker = speaker, Side = side, FirstSlot = -1, Next = Sides[side].FirstVoice });
            Sides[side].FirstVoice = id;
        }

        return id;
    }

    private int SideOf(int party, int topic)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(sideIds, Pair(party, topic), out bool exists);
        if (!exists)
        {
            id = Sides.Count;
            Sides.Add(new SideOnTopic { Party = party, Topic = topic, FirstVoice = -1, OpeningEntry = -1 });
        }

        return id;
    }
}
