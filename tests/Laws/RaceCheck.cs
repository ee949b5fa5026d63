namespace Moderation.Laws;

/// <summary>
/// What was wrong in a race. Only what is certain counts: a call takes effect at some time between its start and its end, and one
/// that got no answer may or may not have.
/// </summary>
internal sealed class RaceCheck
{
    private readonly RaceHistory history;
    private readonly Dictionary<(string Case, long Number), Hold> holds;
    private readonly Dictionary<string, Course> courses;

    public RaceCheck(RaceHistory history)
    {
        this.history = history;
        var tries = history.Tries.ToLookup(x => (x.Case, x.Number));
        holds = history.Claims.Where(x => x.Case is not null).GroupBy(x => (x.Case!, x.Number))
            .ToDictionary(x => x.Key, x => new Hold(x.First(), [.. tries[x.Key]]));
        var byCase = holds.Values.ToLookup(x => x.Claim.Case!);
        var ranks = history.Ranks.ToLookup(x => x.Case);
        courses = history.Cases.ToDictionary(x => x.Id, x => new Course(x, [.. ranks[x.Id].OrderBy(y => y.Start)], [.. byCase[x.Id].OrderBy(y => y.Claim.Number)]));
    }

    /// <summary>Two held one case at one time, or under one number.</summary>
    public IEnumerable<string> Doubles()
    {
        foreach (var same in history.Claims.Where(x => x.Case is not null).GroupBy(x => (x.Case, x.Number)).Where(x => x.Count() > 1))
            yield return $"{same.Key.Case} was claimed {same.Count()} times as {same.Key.Number}";

        foreach (var course in courses.Values)
            foreach (var (one, next) in course.Holds.Zip(course.Holds.Skip(1)))
                if (next.Claim.End < one.HeldUntil)
                    yield return $"{course.Racer.Id} went to {next.Claim.Person} while {one.Claim.Person} held it";
    }

    /// <summary>Something was accepted from who held the case no more.</summary>
    public IEnumerable<string> Stale()
    {
        foreach (var accepted in history.Tries.Where(x => x is { Accepted: true, Act: not RaceAct.Expire }))
        {
            if (!holds.TryGetValue((accepted.Case, accepted.Number), out var hold))
                yield return $"{accepted.Act} of {accepted.Case} was accepted under {accepted.Number}, which nobody was given";
            else if (hold.Tries.Any(x => x != accepted && x.Accepted is true && x.Act is not RaceAct.Renew && x.End < accepted.Start)
                || accepted.Start > hold.OverBy
                || courses[accepted.Case].Holds.Any(x => x.Claim.Number > accepted.Number && x.Claim.End < accepted.Start))
                yield return $"{accepted.Act} of {accepted.Case} was accepted under {accepted.Number}, which was over";
        }
    }

    /// <summary>Somebody was given a case although a better one of theirs could be claimed during the whole call, or one they may not take.</summary>
    public IEnumerable<string> Inversions()
    {
        var people = history.People.ToDictionary(x => x.Person);
        Course[] best = [.. courses.Values.OrderBy(x => x.Best)];
        foreach (var claim in history.Claims)
        {
            var person = people[claim.Person];
            var given = claim.Case is { } id ? courses[id] : null;
            if (given is not null && !person.MayTake(given.Racer))
                yield return $"{claim.Person} was given {given.Racer.Id}, which they may not take";

            var key = given?.BestBy(claim.End);
            var passed = best.TakeWhile(x => key is null || x.Best.CompareTo(key) < 0).FirstOrDefault(x => x != given
                && x.IsClaimable(claim.Start, claim.End) && (key is null || x.KeyAt(claim.Start).CompareTo(key) < 0) && person.MayTake(x.Racer));
            if (passed is not null)
                yield return $"{claim.Person} was given {given?.Racer.Id ?? "nothing"} although {passed.Racer.Id} comes before it";
        }
    }

    /// <summary>One claim, and what was tried with it.</summary>
    private sealed class Hold(Asked claim, Tried[] tries)
    {
        public Asked Claim => claim;

        public Tried[] Tries => tries;

        private IEnumerable<Tried> Ending => tries.Where(x => x.Act is not RaceAct.Renew && x.Accepted is not false);

        private long LeaseEnd => tries.Where(x => x.Act is RaceAct.Renew && x.Accepted is true).Select(x => x.LeaseEnd).Append(claim.LeaseEnd).Max();

        private bool IsRenewalUnknown => tries.Any(x => x.Act is RaceAct.Renew && x.Accepted is null);

        /// <summary>Until then it was certainly held.</summary>
        public long HeldUntil => Ending.Select(x => x.Start).Append(LeaseEnd).Min();

        /// <summary>From then on it was certainly not held any more.</summary>
        public long OverBy => Ending.Where(x => x.Accepted is true).Select(x => x.End).Append(IsRenewalUnknown ? long.MaxValue : LeaseEnd).Min();

        /// <summary>From then on it could be claimed by others; never, once it may have been decided.</summary>
        public long ClaimableFrom => Ending.Any(x => x.Act is RaceAct.Decide) ? long.MaxValue : OverBy;
    }

    /// <summary>What became of one case: when it could be claimed, and what it was ordered by.</summary>
    private sealed class Course(Racer racer, Ranked[] ranks, Hold[] holds)
    {
        // A number nobody was told is a claim whose answer was lost: who knows when.
        private readonly (long From, long Until)[] claimable =
        [
            .. holds.Prepend(null).Zip(holds.Append(null)).Select(x => (
                x.First?.ClaimableFrom ?? ranks[0].End,
                x.Second is null ? long.MaxValue : x.Second.Claim.Number == (x.First?.Claim.Number ?? 0) + 1 ? x.Second.Claim.Start : 0)),
        ];

        public Racer Racer => racer;

        public Hold[] Holds => holds;

        public Key Best { get; } = ranks.Min(x => x.Key)!;

        public bool IsClaimable(long from, long until) => claimable.Any(x => x.From < from && until < x.Until);

        /// <summary>The key it had for certain.</summary>
        public Key KeyAt(long time) => ranks.Last(x => x.End < time || x == ranks[0]).Key;

        /// <summary>The best key it may have had.</summary>
        public Key BestBy(long time) => ranks.Where(x => x.Start <= time).Min(x => x.Key)!;
    }
}
