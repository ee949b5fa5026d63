using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.FactChecks;

/// <summary>Tests with a post that was rated, and its author who holds that the rating is wrong.</summary>
public abstract class OnADispute : OnAFactCheck
{
    protected static readonly string[] Links = ["https://archive.example/council/2024-03-01"];

    protected FactCheckId Check { get; private set; }

    protected async Task<DecisionId> Rated(Rating rating = Rating.False)
    {
        await Ready();
        Check = (await Rate(rating, await world.Post(text: Claim))).FactCheckId;
        return Labels("post-1");
    }

    protected DecisionId Labels(string content) => world.Read(db => db.Decisions.Single(x => x.SubjectId == content && x.OverturnedAt == null).Id);

    protected static FileDispute Asks(DecisionId decision, AccountId? by = null) => new(decision, by ?? World.Author, "The council's minutes say so.", Links);

    protected async Task<DisputeId> Dispute(DecisionId decision, AccountId? by = null) =>
        (await world.Do(new Actor.Member(by ?? World.Author), Asks(decision, by))).DisputeId;

    protected static AnswerDispute Says(DisputeId dispute, DisputeAnswer says, Rating? rating = null) => new(dispute, says, rating, "We looked at the minutes.", "Harbour Checks");

    protected string[] Titles(AccountId? of = null) =>
        world.Read(db => db.Set<Moderation.Notices.Notice>().Where(x => x.AccountId == (of ?? World.Author)).OrderBy(x => x.Sequence).Select(x => x.Title).ToArray());

    protected string LastNotice(AccountId? of = null) =>
        world.Read(db => db.Set<Moderation.Notices.Notice>().Where(x => x.AccountId == (of ?? World.Author)).OrderBy(x => x.Sequence).Last().Body);
}
