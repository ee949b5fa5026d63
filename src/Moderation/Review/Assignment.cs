using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>Who is handed what. Greedy in the order of the cases: whoever is asked first has the least to do.</summary>
internal static class Assignment
{
    /// <param name="Load">How many cases they hold, or are kept for them.</param>
    /// <param name="Absences">Nothing is handed to somebody in these.</param>
    /// <param name="Account">Their own on the network.</param>
    internal sealed record Person(
        StaffId Id, int Capacity, int Load, IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Absences,
        IReadOnlyCollection<string> Languages, IReadOnlyCollection<string> Skills, AccountId? Account);

    /// <param name="Members">The only ones with access; empty for all.</param>
    /// <param name="Barred">Whose account or report it is about.</param>
    /// <param name="PassedOver">Was handed it before and did not take it.</param>
    internal sealed record Waiting(
        CaseId Id, string Language, string Skill, IReadOnlyCollection<StaffId> Members, IReadOnlyCollection<AccountId> Barred, StaffId? PassedOver);

    internal sealed record Given(CaseId Case, StaffId To);

    /// <param name="cases">The most urgent first.</param>
    public static IReadOnlyList<Given> Plan(IReadOnlyList<Waiting> cases, IReadOnlyList<Person> people, DateTimeOffset now)
    {
        var here = people.Where(x => !x.Absences.Any(y => y.From <= now && now < y.Until)).ToList();
        var load = here.ToDictionary(x => x.Id, x => x.Load);
        var given = new List<Given>();
        foreach (var @case in cases)
        {
            // Of equals the one who can do the least else, so that the versatile stay free.
            if (here.Where(x => load[x.Id] < x.Capacity && IsAble(x, @case))
                .OrderBy(x => load[x.Id]).ThenBy(x => x.Skills.Count).ThenBy(x => Breadth(x.Languages)).ThenBy(x => x.Id.Value, StringComparer.Ordinal)
                .FirstOrDefault() is not { } to)
                continue;

            load[to.Id]++;
            given.Add(new(@case.Id, to.Id));
        }

        return given;
    }

    private static bool IsAble(Person person, Waiting @case) =>
        (@case.Members.Count == 0 || @case.Members.Contains(person.Id))
        && Fitness.Reads(person.Languages, @case.Language)
        && Fitness.HasSkill(person.Skills, @case.Skill)
        && !(person.Account is { } own && @case.Barred.Contains(own))
        && @case.PassedOver != person.Id;

    private static int Breadth(IReadOnlyCollection<string> languages) => languages.Count is 0 ? int.MaxValue : languages.Count;
}
