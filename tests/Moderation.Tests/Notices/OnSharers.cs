using Moderation.Activity;
using Moderation.FactChecks;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Tests.FactChecks;

namespace Moderation.Tests.Notices;

/// <summary>Tests with people who share what is rated.</summary>
public abstract class OnSharers : OnCopies
{
    protected Task<ContentId> Share(string id, string by, ContentId of) => world.Post(id, new(by), "", reshareOf: of);

    protected async Task Interact(string by, ContentId with)
    {
        await world.Do(World.Platform, new Moderation.Accounts.PutAccount(new(by), by, FollowerCount: 1));
        await world.Do(World.Platform, new TellInteractions([new(new(by), with, InteractionKind.Reshare, Now)]));
    }

    protected async Task Correct(FactCheckId check, Rating? rating) =>
        await world.Do(Checker, new CorrectFactCheck(check, rating, "We looked again.", "Harbour Checks"));

    /// <summary>All that jobs would do by now.</summary>
    protected async Task WorkAll()
    {
        foreach (var run in world.Read(db => db.Runs.Where(x => x.State == RunState.Running).OrderBy(x => x.ProposedAt).Select(x => x.Id).ToArray()))
            await world.Work(run);
    }

    private protected Notice[] Shared(string member) => world.Read(db => db.Notices
        .Where(x => x.AccountId == new AccountId(member) && x.Kind == NoticeKind.Shared).OrderBy(x => x.Sequence).ToArray());

    protected string[] Titles(string member) => [.. Shared(member).Select(x => x.Title)];
}
