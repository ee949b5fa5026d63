namespace Moderation.Review;

/// <summary>Where a case stands. Waiting covers open and claimed: which of the two is a fact of time.</summary>
public enum CaseStage
{
    Waiting,
    Decided,
    Void,
}

/// <summary>Who brought something to a case.</summary>
public enum CaseSource
{
    Member,
    TrustedFlagger,
    LegalNotice,
    Signal,

    /// <summary>A decision that another rested on was overturned; nobody said anything new.</summary>
    Overturn,

    /// <summary>A program reported it; not counted for its priority.</summary>
    Automated,
}

/// <summary>Who all brought something to a case.</summary>
[Flags]
internal enum CaseSources
{
    None = 0,
    Member = 1,
    TrustedFlagger = 2,
    LegalNotice = 4,
    Signal = 8,
    Overturn = 16,
    Automated = 32,
}

internal static class CaseSourceWords
{
    extension(CaseSource source)
    {
        public CaseSources AsSources => (CaseSources)(1 << (int)source);
    }
}
