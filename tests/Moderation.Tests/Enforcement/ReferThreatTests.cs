using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Enforcement;

public sealed class ReferThreatTests : InAWorld
{
    [Fact]
    public async Task It_is_numbered_and_names_whom_was_told_what()
    {
        var @case = await Report(await world.Post());
        var first = await world.Do(World.Moderator, new ReferThreat(null, @case, "Police of Ghent", "He says where and when."));
        var second = await world.Do(World.Lead, new ReferThreat(SubjectRef.Of(World.Author), null, "Police of Ghent", "Again.", ReferralWay.Portal));

        Assert.Equal(("R-000001", "R-000002"), (first.Number, second.Number));
        var rows = (await world.Do(World.Lead, new Referrals())).Rows;
        Assert.Equal([SubjectRef.Of(World.Author), new(SubjectKind.Content, "post-1")], rows.Select(x => x.Subject));
        Assert.Equal((@case, "He says where and when.", ReferralState.Sent, ReferralWay.Phone), (rows[1].Case, rows[1].Description, rows[1].State, rows[1].Way));
        Assert.Contains(world.Read(db => db.Set<AuditEntry>().ToList()), x => x.Act == nameof(ReferThreat) && x.Subjects == "Content:post-1");
    }

    [Fact]
    public async Task Who_may_not_see_a_case_refers_nothing_from_it()
    {
        var restricted = await RestrictedCase();
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Lead, new ReferThreat(null, restricted, "Police", "What.")));
        Assert.Equal(EnforcementErrors.UnknownSubject, await world.Refuse(World.Lead, new ReferThreat(new(SubjectKind.Content, "sealed"), null, "Police", "What.")));
        await world.Do(World.ChildSafety, new ReferThreat(null, restricted, "Police", "What."));
        Assert.Empty((await world.Do(World.Lead, new Referrals())).Rows);
        Assert.Single((await world.Do(World.ChildSafety, new Referrals())).Rows);
    }

    [Fact]
    public async Task It_says_whom_and_what_about_one_thing()
    {
        Assert.Equal(["authority", "description"], FieldsOf(await world.Refuse(World.Lead, new ReferThreat(SubjectRef.Of(World.Author), null, "", ""))).Order());
        Assert.Equal(["subject"], FieldsOf(await world.Refuse(World.Lead, new ReferThreat(null, null, "Police", "What."))));
    }
}
