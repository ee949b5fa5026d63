namespace Moderation.Web.Demo;

/// <summary>Things to wear, to sell and to be careful with.</summary>
internal static class GoodsMotifs
{
    public static void Sneakers(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Mist, Paint.Straw, Paint.Rose, Paint.Pale)).Circle(0, 130, 380, "#ffffff88")
            .Ground(400, Paint.Stone);
        c.Repeat(4, n => c.Rect(-480 + n * 270, 470, 150, 18, Paint.Straw, 9));
        var (upper, flash) = c.Pick((Paint.Indigo, Paint.Coral), (Paint.Brick, Paint.Straw), (Paint.Green, Paint.White), (Paint.Sea, Paint.Amber));
        foreach (var (x, y, turn) in ((int, int, int)[])[(60, -60, -16), (-20, 130, 0)])
            c.Within($"translate({x} {y}) rotate({turn})", s =>
            {
                s.Shape("M-340 200V-10C-250 30-200-30-170-60L20 40C110 90 330 90 350 200Z", upper);
                s.Shape("M-340 80C-220 100-150 60-110 150C0 190 120 180 180 118L120 90C40 130-60 110-110 40Z", flash);
                s.Rect(-360, 190, 730, 64, Paint.White, 32).Rect(-350, 232, 710, 26, Paint.Ink, 13);
                s.Repeat(4, n => s.Stroke($"M{-120 + n * 56} {-4 + n * 28}l44-40", Paint.White, 13));
            });
    }

    public static void Handbag(DemoCanvas c)
    {
        Stage(c);
        c.Stroke("M-150 60C-150-170 150-170 150 60", Paint.Brown, 36);
        c.Shape("M-290 40H290L340 440H-340Z", Paint.Crust)
            .Shape("M-290 40H290L300 120C200 250-200 250-300 120Z", Paint.Brown);
        c.Circle(0, 216, 50, Paint.Ochre).Circle(0, 216, 22, Paint.Brass);
        c.Repeat(12, n => c.Rect(-300 + n * 52, 404, 28, 8, Paint.Apricot, 4));
    }

    public static void Watch(DemoCanvas c)
    {
        Stage(c);
        c.Rect(-90, -150, 180, 700, Paint.Bark, 40).Circle(0, 190, 230, Paint.Ochre).Circle(0, 190, 196, Paint.Night)
            .Rect(222, 160, 44, 60, Paint.Brass, 12);
        c.Repeat(12, n => c.Within($"translate(0 190) rotate({n * 30})", x => x.Rect(-7, -180, 14, n % 3 is 0 ? 50 : 28, Paint.Straw, 5)));
        c.Stroke("M0 190L-66 96", Paint.White, 18).Stroke("M0 190L96 130", Paint.White, 12)
            .Circle(0, 190, 18, Paint.Coral);
    }

    public static void Vape(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Plum, Paint.Petrol, Paint.Indigo));
        c.Repeat(16, n => c.Circle(c.Chance.Next(-300, 460), c.Chance.Next(-190, 330), c.Chance.Next(70, 180), c.Pick("#ffffff1c", "#e8b4a430", "#cfe3ee2c")));
        c.Within("translate(-90 200) rotate(20)", x =>
        {
            x.Rect(-44, -290, 88, 120, Paint.Ink, 34)
                .Rect(-95, -190, 190, 520, c.Pick(Paint.Coral, Paint.Mint, Paint.Amber), 60);
            x.Rect(-95, 60, 190, 270, Paint.White, 60).Rect(-95, 60, 190, 90, Paint.White)
                .Circle(0, 260, 20, Paint.Mint);
        });
    }

    public static void Bottle(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(Paint.Pale).Circle(0, 180, 380, c.Pick(Paint.White, "#d9e3dc"))
            .Ground(470, c.Pick(Paint.Leaf, Paint.Sand, Paint.Rose));
        c.Rect(-80, -160, 160, 130, Paint.Forest, 20)
            .Shape("M-70-40H70C80 30 170 30 170 130V480Q170 510 140 510H-140Q-170 510-170 480V130C-170 30-80 30-70-40Z", Paint.Green);
        c.Rect(-170, 190, 340, 210, Paint.White).Circle(0, 295, 62, c.Pick(Paint.Coral, Paint.Mint, Paint.Amber))
            .Rect(-120, 376, 240, 10, Paint.Leaf, 5);
        c.Rect(-130, 120, 30, 360, "#ffffff33", 15);
        foreach (var side in (int[])[-1, 1])
            c.Within($"translate({side * 230} 470) rotate({-90 + side * 34})", x => x.Shape("M0 0C70-90 190-80 250 0C190 80 70 90 0 0Z", Paint.Forest).Stroke("M0 0H220", Paint.Leaf, 8));
    }

    public static void Pattern(DemoCanvas c)
    {
        c.Ink = Paint.White;
        string[] cloth = c.Chance.GetItemsOnce([Paint.Petrol, Paint.Ochre, Paint.Brick, Paint.Sand, Paint.Green, Paint.Indigo]);
        c.Fill(cloth[0]);
        for (var (y, row) = (c.Top, 0); y < c.Bottom; y += 180, row++)
            for (var x = -540; x < 540; x += 180)
                c.Within($"translate({x + 90} {y + 90})", t =>
                {
                    var (ground, mark) = (cloth[(row + x / 180 + 9) % 3], cloth[3 + (row + 1) % 3]);
                    t.Rect(-90, -90, 180, 180, ground);
                    t.Shape(c.Chance.Next(4) switch
                    {
                        0 => "M-90 90A180 180 0 0 1 90-90V90Z",
                        1 => "M0-80L80 0L0 80L-80 0Z",
                        2 => "M-90-90H0V0H90V90H0V0H-90Z",
                        _ => "M-90-90L90 90H-90Z",
                    }, mark);
                });

        if (c.Headed)
            c.Rect(-540, -540, 1080, 290, Paint.Night);
    }

    private static void Stage(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Night, Paint.Plum, Paint.Forest)).Shape($"M-200 {c.Top}H200L480 520H-480Z", "#ffffff14");
        c.Oval(0, 500, 460, 80, "#ffffff24");
    }
}
