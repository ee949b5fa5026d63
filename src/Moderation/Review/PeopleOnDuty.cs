using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead sees who reviews cases, who is here, what each has, and what each could be handed.</summary>
[AllowedTo(Role.Lead)]
public sealed record PeopleOnDuty : IQuery<PeopleOnDuty.Answer>
{
    /// <param name="Here">How many have a page of the review console open.</param>
    public sealed record Answer(IReadOnlyList<Person> People, int Here);

    /// <param name="Name">A pseudonym.</param>
    /// <param name="Holds">The cases they hold, but for those only specialists may know of.</param>
    /// <param name="Load">How many they hold, or are kept for them.</param>
    /// <param name="OwnCapacity">What a lead said; null for what is usual.</param>
    /// <param name="FreeFor">Codes of the queues they could be handed something from now; empty while they are away, not here, or full.</param>
    public sealed record Person(
        StaffId Id, string Name, bool IsHere, bool IsAway, IReadOnlyList<CaseId> Holds, int Load, int Capacity, int? OwnCapacity,
        IReadOnlyList<string> Languages, IReadOnlyList<string> Skills, IReadOnlyList<Away> Absences, IReadOnlyList<string> FreeFor);

    public sealed record Away(AbsenceId Id, DateTimeOffset From, DateTimeOffset Until);

    internal sealed class Handler(ModerationDb db, Workforce workforce, Queues queues, TimeProvider clock) : IRequestHandler<PeopleOnDuty, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PeopleOnDuty query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var present = await workforce.Present(now, ct);
            var load = await workforce.Load(now, ct);
            var absences = (await db.AbsencesFrom(now, ct)).ToLookup(x => x.Staff);
            var held = (await db.Cases.AsNoTracking().Where(x => x.Stage == CaseStage.Waiting && x.Holder != null && x.AvailableAt > now && !x.IsRestricted)
                .Select(x => new { x.Id, x.Holder }).ToListAsync(ct)).ToLookup(x => x.Holder, x => x.Id);
            var codes = (await queues.All(ct)).Where(x => x.IsActive).ToList();

            var staff = await db.Reviewers(ct);
            var people = staff.Select(x => FreeFor(x, codes, new(
                x.Id, x.CalledBy, present.Contains(x.Id), absences[x.Id].Any(y => y.Covers(now)), [.. held[x.Id]],
                load.GetValueOrDefault(x.Id), x.MostAtOnce, x.Capacity, x.Languages, x.Skills,
                [.. absences[x.Id].Select(y => new Away(y.Id, y.From, y.Until))], [])));
            return new Answer(
                [.. people.OrderByDescending(x => x.IsHere).ThenBy(x => x.IsAway).ThenBy(x => x.Name, StringComparer.CurrentCulture)],
                present.Count);
        }

        private static Person FreeFor(StaffMember member, List<Queue> queues, Person person) =>
            !person.IsHere || person.IsAway || person.Load >= person.Capacity ? person : person with
            {
                FreeFor = [.. queues.Where(x => Claims.MaySee(member, x.Code, x) && Fitness.HasSkill(member.Skills, x.Skill)).Select(x => x.Code)
                    .Concat(Claims.MaySee(member, Lane.Unrouted, queue: null) ? [Lane.Unrouted] : [])],
            };
    }
}
