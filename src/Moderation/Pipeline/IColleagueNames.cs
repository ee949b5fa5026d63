namespace Moderation.Pipeline;

/// <summary>How people who work here are called in answers: by who asks, by pseudonym or by id.</summary>
internal interface IColleagueNames
{
    /// <summary>Whether who asks may know them by id: administrators, and programs of the host, which gave the ids.</summary>
    bool AreIds { get; }

    Task<string> Of(StaffId id, CancellationToken ct);

    /// <param name="actor">As the audit log names them, for example <c>staff:kestrel</c>.</param>
    Task<string> OfActor(string actor, CancellationToken ct);
}

internal static class ColleagueNames
{
    extension(IColleagueNames names)
    {
        public async Task<string?> Of(StaffId? id, CancellationToken ct) => id is { } known ? await names.Of(known, ct) : null;
    }
}
