using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Tests.Pipeline;

/// <summary>What shall happen in a command that exists for tests of the door alone.</summary>
internal sealed class Script
{
    public Func<Task> InHandler { get; set; } = () => Task.CompletedTask;

    public Func<Task> OnFirst { get; set; } = () => Task.CompletedTask;

    public bool NeverEnds { get; set; }

    public List<string> Log { get; } = [];
}

// Public, or the dispatcher could not see their type.
public sealed record First(int Number) : IEvent;

public sealed record Second(int Number) : IEvent;

/// <summary>Stores an account and raises two pieces of news.</summary>
[AllowedTo(Role.Product)]
internal sealed record Try : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, Happenings happenings, Script script) : IRequestHandler<Try, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Try command, CancellationToken ct)
        {
            db.Add(Account.First(new(new("tried"), "tried")));
            happenings.Raise(new First(1));
            happenings.Raise(new First(2));
            await script.InHandler();
            return default(Done);
        }
    }
}

internal sealed class Reacting(ModerationDb db, Happenings happenings, Script script) : IReactTo<First>, IReactTo<Second>
{
    public async Task React(First happened, CancellationToken ct)
    {
        Assert.True(await db.Accounts.AsNoTracking().AnyAsync(x => x.Id == new AccountId("tried"), ct));
        script.Log.Add($"first {happened.Number}");
        await script.OnFirst();
        happenings.Raise(script.NeverEnds ? new First(happened.Number + 1) : new Second(happened.Number));
    }

    public Task React(Second happened, CancellationToken ct)
    {
        script.Log.Add($"second {happened.Number}");
        return Task.CompletedTask;
    }
}
