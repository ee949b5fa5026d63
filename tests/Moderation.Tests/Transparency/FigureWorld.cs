using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Tests.Transparency;

/// <summary>Cases, decisions and appeals made quickly, through the door.</summary>
public abstract class FigureWorld : InAWorld
{
    private int posts;

    /// <summary>A reported item in a language; its case waits.</summary>
    protected async Task<CaseId> Open(string guideline = "spam", string language = "nl")
    {
        var (id, author) = (new ContentId($"figure-{++posts}"), new AccountId($"author-{posts}"));
        await world.Do(World.Platform, new PutAccount(author, author.Value));
        await world.Do(World.Platform, new PutContent(id, author, ContentKind.Post, Now, Text: $"Words {posts}.", Language: language));
        return await Report(id, guideline);
    }

    protected async Task<EnforceDirectly.Answer> Judge(CaseId @case, string guideline = "spam", Finding finding = Finding.Violates, Actor.Staff? by = null)
    {
        var who = by ?? World.Moderator;
        var claim = await world.Do(who, new ClaimCase(who.Id, @case));
        return await world.Do(who, Decide(who, claim, guideline, finding));
    }

    protected Task<RuleOnAppeal.Answer> Appealed(EnforceDirectly.Answer decision, Ruling ruling) => world.Read(
        db => db.Set<Decision>().Single(x => x.Id == decision.Id).AuthorId) is var author ? AppealedBy(decision, author, ruling) : throw new InvalidOperationException();

    /// <summary>What was counted a moment ago is counted anew.</summary>
    protected void Later(double minutes = 1) => world.Clock.Pass(TimeSpan.FromMinutes(minutes));

    protected Task<T> Ask<T>(IUseCase<T> question) => world.Do(World.Lead, question);

    /// <summary>The cases are told apart by languages, which are lanes, so a queue of its own is written down for some of them.</summary>
    protected void MoveTo(string queue, params CaseId[] cases) => world.Read(db =>
    {
        var language = db.Cases.Where(x => cases.Contains(x.Id)).Select(x => x.Language).First();
        var lane = db.Lanes.FirstOrDefault(x => x.Queue == queue && x.Language == language) ?? db.Add(Lane.Of(queue, language, "")).Entity;
        db.SaveChanges();
        foreach (var @case in db.Cases.Where(x => cases.Contains(x.Id)).ToList())
            @case.MoveTo(lane);
        return db.SaveChanges();
    });

    private async Task<RuleOnAppeal.Answer> AppealedBy(EnforceDirectly.Answer decision, AccountId author, Ruling ruling) => await world.Rule(
        await world.Appeal(decision.Id, author), ruling, ruling is Ruling.PartlyOverturned ? [decision.Outcomes[0].Kind] : null);
}
