window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "conversationId": "9-77",
      "messages": [
        {
          "messageCreate": {
            "recipientId": "77",
            "reactions": [
              {
                "senderId": "77",
                "reactionKey": "like"
              }
            ],
            "urls": [],
            "text": "Le pot était ouvert",
            "mediaUrls": [
              "https://ton.twitter.com/x.jpg"
            ],
            "senderId": "9",
            "id": "1590000000000000001",
            "createdAt": "2022-11-08T09:00:00.000Z",
            "editHistory": []
          }
        },
        {
          "messageCreate": {
            "recipientId": "9",
            "reactions": [],
            "urls": [],
            "text": "Nous sommes désolés &lt;3",
            "mediaUrls": [],
            "senderId": "77",
            "id": "1590000000000000002",
            "createdAt": "2022-11-08T09:10:00.000Z",
            "editHistory": []
          }
        },
        {
          "conversationNameUpdate": {
            "initiatingUserId": "9",
            "name": "SAV",
            "createdAt": "2022-11-08T09:11:00.000Z"
          }
        }
      ]
    }
  }
]
