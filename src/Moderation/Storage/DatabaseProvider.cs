using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Moderation.Storage;

/// <summary>What differs between the databases: how it is opened, migrated, and which of its errors mean a lost race.</summary>
public abstract class DatabaseProvider
{
    public abstract void Use(DbContextOptionsBuilder options);

    /// <summary>Whether an error means that somebody else was quicker, so that the whole use case may run again.</summary>
    public bool IsRace(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        { InnerException: { } inner } when IsRaceOfProvider(inner) => true,
        _ => IsRaceOfProvider(error),
    };

    /// <summary>Whether an error means that the database cannot be used for now: locked by somebody, or full.</summary>
    public bool IsUnavailable(Exception error) =>
        IsUnavailableOfProvider(error) || error.InnerException is { } inner && IsUnavailableOfProvider(inner);

    /// <summary>Whether two that write never do so at once, so that each sees all that the other did.</summary>
    public virtual bool WritesOneAtATime => false;

    /// <summary>Waits for the right to write where a database has one writer; held until disposed.</summary>
    public virtual ValueTask<IDisposable?> EnterWrite(CancellationToken ct) => default;

    /// <summary>Brings the schema up to date, only where something is pending.</summary>
    /// <exception cref="InvalidOperationException">The database is not set up as the product needs it.</exception>
    public abstract Task Migrate(DatabaseFacade database, CancellationToken ct);

    protected abstract bool IsRaceOfProvider(Exception error);

    protected abstract bool IsUnavailableOfProvider(Exception error);
}
