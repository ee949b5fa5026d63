using FsCheck;
using FsCheck.Fluent;

namespace Moderation.Ranking.Tests;

/// <summary>Made-up outcomes, viewers and requests.</summary>
internal static class Made
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Grounds = ["fraud", "spam", "rec-clickbait", "nudity"];
    private static readonly string[] Countries = ["NL", "DE", "BR"];

    public static Gen<DateTimeOffset> Instant { get; } = from hour in Gen.Choose(0, 200) select Start.AddHours(hour);

    private static readonly Gen<SurfaceSet> Surfaces =
        Gen.OneOf(Gen.Constant(SurfaceSet.All), from bits in Gen.Choose(1, SurfaceSet.All.Bits) select new SurfaceSet(bits));

    public static Gen<Outcome> Outcome { get; } =
        from kind in Gen.Elements(Enum.GetValues<OutcomeKind>())
        from ground in Gen.Elements(Grounds)
        from onAccount in Gen.Elements(true, false)
        from surfaces in Surfaces
        from tenths in Gen.Choose(1, 9)
        from floor in Gen.Elements(0, 0.1, 0.3)
        from audience in Gen.Frequency((4, Gen.Constant(Audience.Everyone)), (1, Gen.Elements(Enum.GetValues<Audience>())))
        from territory in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Countries)))
        from start in Gen.Choose(0, 150)
        from length in Gen.Choose(0, 100)
        from recorded in Gen.Choose(0, start)
        from ended in Gen.Choose(0, 250)
        from retracted in Gen.Choose(0, 400)
        select new Outcome
        {
            Id = Guid.NewGuid(),
            Kind = kind,
            Ground = ground,
            OnAccount = onAccount,
            Surfaces = surfaces,
            Weight = kind is OutcomeKind.Demoted ? tenths / 10.0 : 1,
            Floor = floor,
            Audience = audience,
            Territories = territory is null ? [] : [territory],
            MinAge = kind is OutcomeKind.AgeLimited ? 18 : null,
            From = Start.AddHours(start),
            Until = length == 0 ? null : Start.AddHours(start + length),
            RecordedAt = Start.AddHours(recorded),
            EndedAt = ended > 200 ? Start.AddHours(ended - 50) : null,
            RetractedAt = retracted > 200 ? null : Start.AddHours(retracted),
        };

    public static Gen<Outcome[]> Outcomes { get; } = from count in Gen.Choose(0, 8) from all in Outcome.ArrayOf(count) select all;

    public static Gen<Viewer> Viewer { get; } =
        from age in Gen.Elements<int?>(null, 12, 17, 18, 40)
        from country in Gen.Elements<string?>(null, "NL", "DE", "BR")
        from sensitivity in Gen.Elements(Enum.GetValues<Sensitivity>())
        from politics in Gen.Elements(Enum.GetValues<Politics>())
        select new Viewer { Age = age, Country = country, Sensitivity = sensitivity, Politics = politics };

    public static Gen<Request> Request { get; } =
        from surface in Gen.Elements(Enum.GetValues<Surface>())
        from viewer in Viewer
        from follows in Gen.Elements(true, false)
        select new Request(surface, viewer, follows);

    /// <summary>An item, its author and what it hangs on, asked about at some instant.</summary>
    public static Gen<Asked> Asked { get; } =
        from item in Outcomes
        from author in Outcomes
        from above in Outcomes
        from hangs in Gen.Elements(true, false)
        from request in Request
        from at in Instant
        select new Asked(item, author, hangs ? above : null, request, at);
}

internal sealed record Asked(Outcome[] Item, Outcome[] Author, Outcome[]? Above, Request Request, DateTimeOffset At)
{
    public IEnumerable<Outcome> All => [.. Item, .. Author, .. Above ?? []];

    public Verdict Verdict(Func<Outcome[], Outcome[]>? arrange = null, DateTimeOffset? at = null, Request? request = null)
    {
        Standing Of(Outcome[] x) => Standing.Of((arrange ?? (y => y))(x), at ?? At, at ?? At);
        return Eligibility.On(Of(Item), Of(Author), Above is null ? [] : [(Of(Above), Standing.Clear)], request ?? Request);
    }
}
