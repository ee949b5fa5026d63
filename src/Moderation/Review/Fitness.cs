using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>What somebody needs to take what waits in a lane.</summary>
internal static class Fitness
{
    /// <summary>Who names no language reads any; what is in no known language anybody may read.</summary>
    public static bool Reads(IReadOnlyCollection<string> languages, string language) =>
        languages.Count == 0 || language is "" || languages.Any(x => Lane.LanguageOf(x) == language);

    public static bool HasSkill(IReadOnlyCollection<string> skills, string skill) => skill is "" || skills.Contains(skill);

    public static bool IsMember(Queue queue, StaffId person, bool isLead) => isLead || queue.Admits(person);
}

/// <summary>Whether a colleague may be given a case, and until when it is kept for them.</summary>
internal sealed class Recipients(ModerationDb db, Claims claims)
{
    /// <summary>How long what a colleague handed over, or a lead answered, is kept: a working day.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(8);

    /// <summary>Why they may not be given it; null where they may.</summary>
    public async Task<Error?> Refuse(StaffMember to, Case @case, Lane lane, IReadOnlyList<Absence> absences, DateTimeOffset now, CancellationToken ct)
    {
        if (!await claims.MaySee(to, lane.Queue, ct) || !await claims.MaySee(to, @case, ct)
            || await claims.IsBarred(to, @case.Id, ct))
            return ReviewErrors.ColleagueMayNot;

        return absences.Any(x => x.Covers(now)) ? ReviewErrors.ColleagueAway
            : !Fitness.Reads(to.Languages, lane.Language) ? ReviewErrors.ColleagueLanguage
            : !Fitness.HasSkill(to.Skills, lane.Skill) ? ReviewErrors.ColleagueSkill
            : null;
    }

    /// <summary>Until then it is theirs, or until they go away.</summary>
    public static DateTimeOffset KeptUntil(IEnumerable<Absence> absences, DateTimeOffset now, TimeSpan period) =>
        absences.Where(x => x.From > now).Select(x => x.From).Append(now + period).Min();

    /// <summary>Those of these who can be given it.</summary>
    public async Task<IReadOnlyList<StaffMember>> Among(IEnumerable<StaffMember> people, Case @case, Lane lane, DateTimeOffset now, CancellationToken ct)
    {
        var absences = (await db.AbsencesFrom(now, ct)).ToLookup(x => x.Staff);
        var able = new List<StaffMember>();
        foreach (var person in people)
            if (await Refuse(person, @case, lane, [.. absences[person.Id]], now, ct) is null)
                able.Add(person);
        return able;
    }
}
