namespace Moderation.Pipeline;

/// <summary>News for the rooms to the right, inside the same transaction.</summary>
internal interface IEvent;

/// <summary>A room that acts on news.</summary>
internal interface IReactTo<in TEvent> where TEvent : IEvent
{
    Task React(TEvent happened, CancellationToken ct);
}

/// <summary>Done once a command, over all that was touched, when the news has run out: derive, fold, tell.</summary>
internal interface ISettle
{
    Task Settle(CancellationToken ct);
}

/// <summary>Done as the last thing before the commit, where versions are given out.</summary>
internal interface ICloseCommit
{
    Task Close(CancellationToken ct);
}
