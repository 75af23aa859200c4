namespace Parley.Exchange.Writing;

/// <summary>A scenario as files of some program, and what they could not hold. Immutable.</summary>
/// <param name="Files">The files, the domain first where there is one; empty when the format cannot hold the scenario.</param>
/// <param name="Losses">What the format could not hold, a lower-case sentence each without a full stop.</param>
public sealed record ScenarioWriting(IReadOnlyList<WrittenFile> Files, IReadOnlyList<string> Losses);

/// <summary>One file. Immutable.</summary>
/// <param name="Name">Its name without a folder.</param>
/// <param name="Text">What is in it.</param>
public sealed record WrittenFile(string Name, string Text);
