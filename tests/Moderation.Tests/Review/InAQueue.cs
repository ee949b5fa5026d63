using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Tests.Review;

/// <summary>Tests with a queue of their own, its clock and its people.</summary>
public abstract class InAQueue : InAWorld
{
    private protected const string Scams = "scams";

    private protected void Open(string code = Scams, bool pausesClock = false, bool autoAssign = false, string skill = "", params StaffId[] members) => world.Read(db =>
    {
        var queue = db.Add((Queue)Activator.CreateInstance(typeof(Queue), nonPublic: true)!);
        queue.Property(x => x.Code).CurrentValue = code;
        queue.Property(x => x.Title).CurrentValue = code;
        queue.Property(x => x.PausesClock).CurrentValue = pausesClock;
        queue.Property(x => x.AutoAssign).CurrentValue = autoAssign;
        queue.Property(x => x.Skill).CurrentValue = skill;
        queue.Property(x => x.Members).CurrentValue = [.. members];
        return db.SaveChanges();
    });

    /// <summary>Puts a case where a rule of that queue would.</summary>
    private protected void Put(CaseId @case, string queue = Scams, string language = "", string skill = "") => world.Read(db =>
    {
        var lane = db.Lanes.FirstOrDefault(x => x.Queue == queue && x.Language == language && x.Skill == skill)
            ?? db.Add(Lane.Of(queue, language, skill)).Entity;
        db.SaveChanges();
        db.Cases.Single(x => x.Id == @case).MoveTo(lane);
        return db.SaveChanges();
    });

    private protected Case Stored(CaseId @case) => world.Read(db => db.Cases.AsNoTracking().Single(x => x.Id == @case));

    private protected async Task<ClaimNextCase.Answer> InScams(Actor.Staff by, bool pausesClock = false, string id = "post-1", string skill = "")
    {
        Open(pausesClock: pausesClock, skill: skill);
        var @case = await Report(await world.Post(id));
        Put(@case, skill: skill);
        return await world.Do(by, new ClaimCase(by.Id, @case));
    }

    private protected static SnoozeCase Snooze(ClaimNextCase.Answer claim, DateTimeOffset until) =>
        new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, until, "The shop answers tomorrow.");

    private protected static HandOver Hand(ClaimNextCase.Answer claim, string to = "plover") =>
        new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, to, "You know this shop.");
}
