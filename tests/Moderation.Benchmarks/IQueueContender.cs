namespace Moderation.Benchmarks;

/// <param name="Id">Sixteen bytes, hexadecimal.</param>
internal sealed record Held(int Person, string Id, long Number, int? Revision, long LeaseEnd);

/// <summary>Something that hands out cases, the most urgent first, each to one person at a time.</summary>
internal interface IQueueContender : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Adds the cases of these numbers.</summary>
    /// <param name="front">Those that come first of all so far: whatever is decided is among them.</param>
    Task Fill(int from, int until, IReadOnlyCollection<MadeCase> front);

    /// <summary>Takes away what was worked on, so that at the next depth all begin alike again.</summary>
    Task Retire(IReadOnlyCollection<MadeCase> front);

    /// <summary>Null where nothing waits.</summary>
    Task<Held?> Claim(int person);

    Task Decide(Held held);

    Task Return(Held held);

    /// <summary>The lease ends, as if its time had passed.</summary>
    Task Expire(Held held);

    /// <summary>It becomes more urgent.</summary>
    Task Raise(string id);

    /// <summary>In bytes.</summary>
    Task<long> Size();
}
