window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1588091220244369409"
          ]
        }
      },
      "id_str": "1588091220244369409",
      "id": "1588091220244369409",
      "full_text": "Nouveau : yaourt &amp; miel",
      "created_at": "Thu Nov 03 08:50:26 +0000 2022",
      "lang": "fr",
      "favorite_count": "5",
      "retweet_count": "1",
      "entities": {},
      "extended_entities": {
        "media": [
          {
            "id_str": "1"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "edit": {
          "initialTweetId": "1588091220244369410"
        }
      },
      "id_str": "1588091220244369411",
      "full_text": "@ines Écrivez-nous en message privé",
      "created_at": "Thu Nov 03 09:50:26 +0000 2022",
      "lang": "fr",
      "favorite_count": "0",
      "retweet_count": "0",
      "in_reply_to_status_id_str": "1588000000000000000",
      "in_reply_to_user_id_str": "9",
      "in_reply_to_screen_name": "ines"
    }
  },
  {
    "tweet": {
      "id_str": "1588091220244369412",
      "full_text": "RT @bio: Salon du bio demain",
      "created_at": "Thu Nov 03 10:50:26 +0000 2022",
      "lang": "qst",
      "favorite_count": "0",
      "retweet_count": "3"
    }
  }
]
