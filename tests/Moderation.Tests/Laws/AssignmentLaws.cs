using FsCheck;
using FsCheck.Fluent;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Tests.Laws;

// Handing out breaks no limit, leaves nothing that somebody free could do, and serves the most urgent first.
public sealed class AssignmentLaws
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Floor> Floors =
        from people in Gen.Choose(0, 6).SelectMany(count => People(count))
        from cases in Gen.Choose(0, 14).SelectMany(count => Cases(count))
        select new Floor(people, cases);

    [Fact]
    public void No_limit_is_ever_broken() => Law.Holds(Floors, floor =>
    {
        var given = floor.Plan();
        return given.Select(x => x.Case).Distinct().Count() == given.Count
            && given.All(x => Floor.Able(floor.Who(x.To), floor.What(x.Case)))
            && floor.People.All(x => given.Count(y => y.To == x.Id) <= Math.Max(0, x.Capacity - x.Load));
    });

    [Fact]
    public void Nothing_is_left_that_somebody_free_could_do() => Law.Holds(Floors, floor =>
    {
        var given = floor.Plan();
        return floor.Cases.Where(x => given.All(y => y.Case != x.Id))
            .All(x => !floor.People.Any(who => Floor.Able(who, x) && who.Load + given.Count(y => y.To == who.Id) < who.Capacity));
    });

    [Fact]
    public void Nobody_is_handed_what_is_less_urgent_than_what_they_could_do_and_nobody_does() => Law.Holds(Floors, floor =>
    {
        var given = floor.Plan();
        var order = floor.Cases.Select(x => x.Id).ToList();
        return floor.Cases.Where(x => given.All(y => y.Case != x.Id)).All(left =>
            given.Where(x => order.IndexOf(x.Case) > order.IndexOf(left.Id)).All(x => !Floor.Able(floor.Who(x.To), left)));
    });

    [Fact]
    public void Of_those_who_could_the_least_loaded_is_asked() => Law.Holds(Floors, floor =>
    {
        var given = floor.Plan();
        return given.Select((x, at) => (x, Load: Loads(given.Take(at)))).All(x => floor.People
            .Where(y => Floor.Able(y, floor.What(x.x.Case)) && x.Load(y) < y.Capacity).All(y => x.Load(floor.Who(x.x.To)) <= x.Load(y)));

        Func<Assignment.Person, int> Loads(IEnumerable<Assignment.Given> before) => who => who.Load + before.Count(x => x.To == who.Id);
    });

    private static Gen<Assignment.Person[]> People(int count) => Gen.ArrayOf(
        from capacity in Gen.Choose(0, 4)
        from load in Gen.Choose(0, 4)
        from away in Gen.ListOf(
            from start in Gen.Choose(-3, 3)
            from hours in Gen.Choose(1, 3)
            select (Now.AddHours(start), Now.AddHours(start + hours)), 1)
        from isAway in Gen.Elements(true, false, false)
        from languages in Gen.SubListOf("nl", "en-GB", "pt")
        from skills in Gen.SubListOf("fraud", "hate")
        from account in Gen.Elements("", "a", "b")
        select new Assignment.Person(
            new("?"), capacity, load, isAway ? [.. away] : [], [.. languages], [.. skills], account is "" ? null : new AccountId(account)), count)
        .Select(people => people.Select((x, at) => x with { Id = new($"p{at}") }).ToArray());

    private static Gen<Assignment.Waiting[]> Cases(int count) => Gen.ArrayOf(
        from language in Gen.Elements("", "nl", "en", "pt", "fr")
        from skill in Gen.Elements("", "", "fraud", "hate")
        from members in Gen.OneOf(Gen.Constant(new List<string>()), Gen.SubListOf("p0", "p1", "p2", "p3").Select(x => x.ToList()))
        from barred in Gen.SubListOf("a", "b")
        from passed in Gen.Elements("", "", "p0", "p1")
        select new Assignment.Waiting(
            new(Guid.NewGuid()), language, skill, [.. members.Select(x => new StaffId(x))], [.. barred.Select(x => new AccountId(x))],
            passed is "" ? null : new StaffId(passed)), count);

    private sealed record Floor(Assignment.Person[] People, Assignment.Waiting[] Cases)
    {
        public IReadOnlyList<Assignment.Given> Plan() => Assignment.Plan(Cases, People, Now);

        public Assignment.Person Who(StaffId id) => People.Single(x => x.Id == id);

        public Assignment.Waiting What(CaseId id) => Cases.Single(x => x.Id == id);

        // Written anew, limit by limit, and not as the plan does it.
        public static bool Able(Assignment.Person who, Assignment.Waiting what)
        {
            foreach (var (from, until) in who.Absences)
                if (Now >= from && Now < until)
                    return false;
            if (what.Members.Count > 0 && !what.Members.Contains(who.Id))
                return false;
            if (what.Language is not "" && who.Languages.Count > 0 && !who.Languages.Select(x => x[..2]).Contains(what.Language))
                return false;
            if (what.Skill is not "" && !who.Skills.Contains(what.Skill))
                return false;
            return (who.Account is not { } own || !what.Barred.Contains(own)) && what.PassedOver != who.Id;
        }
    }
}
